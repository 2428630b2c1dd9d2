package dev.quarry.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhitespaceMarksTest {

    @Test
    void leadingAndTrailingSpacesAreMarkedAndThoseBetweenWordsAreNot() {
        assertThat(WhitespaceMarks.of(100, "  a b "))
                .containsExactly(new Mark(100, 102, WhitespaceMarks.SPACE), new Mark(105, 106, WhitespaceMarks.SPACE));
    }

    @Test
    void tabsAreMarkedAnywhere() {
        assertThat(WhitespaceMarks.of(0, "\ta\tb"))
                .containsExactly(new Mark(0, 1, WhitespaceMarks.TAB), new Mark(2, 3, WhitespaceMarks.TAB));
    }

    @Test
    void aLineOfSpacesIsOneMark() {
        assertThat(WhitespaceMarks.of(5, "   ")).containsExactly(new Mark(5, 8, WhitespaceMarks.SPACE));
        assertThat(WhitespaceMarks.of(5, "")).isEmpty();
    }
}
