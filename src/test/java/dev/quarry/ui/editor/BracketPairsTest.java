package dev.quarry.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.ui.editor.BracketPairs.Pair;
import org.junit.jupiter.api.Test;

class BracketPairsTest {

    @Test
    void nestedBracketsOfTheSameKindAreCounted() {
        assertThat(BracketPairs.at("f(a(b)c)", 1)).contains(new Pair(1, 7));
        assertThat(BracketPairs.at("f(a(b)c)", 8)).contains(new Pair(7, 1));
        assertThat(BracketPairs.at("f(a(b)c)", 6)).contains(new Pair(5, 3));
    }

    @Test
    void theBracketBeforeTheCaretGoesFirst() {
        assertThat(BracketPairs.at("()[]", 2)).contains(new Pair(1, 0));
    }

    @Test
    void aBracketWithoutPartnerHasNoPair() {
        assertThat(BracketPairs.at("(a]", 1)).isEmpty();
        assertThat(BracketPairs.at("abc", 1)).isEmpty();
        assertThat(BracketPairs.at("", 0)).isEmpty();
    }
}
