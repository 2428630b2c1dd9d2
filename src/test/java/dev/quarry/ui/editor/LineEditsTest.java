package dev.quarry.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineEditsTest {

    private static String applied(String text, LineEdits.Edit edit) {
        return text.substring(0, edit.start()) + edit.replacement() + text.substring(edit.end());
    }

    private static String selected(String text, LineEdits.Edit edit) {
        return applied(text, edit).substring(edit.anchor(), edit.caret());
    }

    @Test
    void indentMovesEachTouchedLineAndKeepsTheSelection() {
        var text = "a\nb\n\nc\nd";
        var edit = LineEdits.indent(text, 2, 6, "  ");
        assertThat(applied(text, edit)).isEqualTo("a\n  b\n\n  c\nd");
        assertThat(selected(text, edit)).isEqualTo("  b\n\n  c");
    }

    @Test
    void aSelectionUpToALineStartLeavesThatLineAlone() {
        var text = "a\nb\nc";
        assertThat(applied(text, LineEdits.indent(text, 0, 2, "\t"))).isEqualTo("\ta\nb\nc");
    }

    @Test
    void outdentTakesAtMostOneUnit() {
        var text = "      a\n\tb\n c";
        assertThat(applied(text, LineEdits.outdent(text, 0, text.length(), 4))).isEqualTo("  a\nb\nc");
    }

    @Test
    void outdentNeverMovesTheCaretBeforeItsLine() {
        var text = "x\n    a";
        var edit = LineEdits.outdent(text, 3, 3, 4);
        assertThat(applied(text, edit)).isEqualTo("x\na");
        assertThat(edit.caret()).isEqualTo(2);
    }

    @Test
    void commentsStandInTheColumnOfTheLineIndentedLeast() {
        var text = "  if (x) {\n\n    y();\n  }";
        var commented = applied(text, LineEdits.toggleComment(text, 0, text.length(), "//"));
        assertThat(commented).isEqualTo("  // if (x) {\n\n  //   y();\n  // }");
        assertThat(applied(commented, LineEdits.toggleComment(commented, 0, commented.length(), "//")))
                .isEqualTo(text);
    }

    @Test
    void linesThatArePartlyCommentsAreAllCommentedOut() {
        var text = "# a\nb";
        assertThat(applied(text, LineEdits.toggleComment(text, 0, text.length(), "#")))
                .isEqualTo("# # a\n# b");
    }

    @Test
    void aNewLineStartsAsDeepAsTheLastAndDeeperAfterABracket() {
        assertThat(applied("  a", LineEdits.newLine("  a", 3, 3, "    "))).isEqualTo("  a\n  ");
        assertThat(applied("  f() {", LineEdits.newLine("  f() {", 7, 7, "  "))).isEqualTo("  f() {\n    ");
        var edit = LineEdits.newLine("  {}", 3, 3, "  ");
        assertThat(applied("  {}", edit)).isEqualTo("  {\n    \n  }");
        assertThat(edit.caret()).isEqualTo(8);
    }
}
