package dev.quarry.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.ui.control.Search.Match;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void plainTextIsFoundAsItStands() {
        assertThat(new Search("a.b", false, true).in("a.b axb A.b").matches()).containsExactly(new Match(0, 3));
        assertThat(new Search("a.b", false, false).in("a.b axb A.b").matches())
                .containsExactly(new Match(0, 3), new Match(8, 11));
    }

    @Test
    void aRegularExpressionSeesLines() {
        assertThat(new Search("^b.*$", true, true).in("a\nbc\nb").matches())
                .containsExactly(new Match(2, 4), new Match(5, 6));
    }

    @Test
    void aBrokenPatternIsAProblemAndNoMatch() {
        var result = new Search("(a", true, true).in("a");
        assertThat(result.matches()).isEmpty();
        assertThat(result.problem()).contains("group");
    }

    @Test
    void emptyMatchesAreLeftOut() {
        assertThat(new Search("x*", true, true).in("axa").matches()).containsExactly(new Match(1, 2));
    }

    @Test
    void aPatternThatBacktracksWithoutEndGivesUp() {
        var result = new Search("(.*)(.*)(.*)(.*)(.*)(.*)(.*)x", true, true).in("a".repeat(60) + "b");
        assertThat(result.problem()).isEqualTo("the pattern takes too long");
    }

    @Test
    void groupsAreUnderstoodInAReplacement() {
        var search = new Search("(\\w+)=(\\w+)", true, true);
        var text = "let a=b;";
        var match = search.in(text).matches().getFirst();
        assertThat(search.replaced(text, match, "$2=$1").text()).isEqualTo("b=a");
        assertThat(new Search("a", false, true).replaced(text, match, "$1").text())
                .isEqualTo("$1");
    }

    @Test
    void everyMatchIsReplacedAndEmptyOnesAreNot() {
        var replaced = new Search("x*(a)", true, true).allReplaced("xa b a", "[$1]");
        assertThat(replaced.text()).isEqualTo("[a] b [a]");
        assertThat(replaced.count()).isEqualTo(2);
        assertThat(new Search("x*", true, true).allReplaced("axa", "y").text()).isEqualTo("aya");
        assertThat(new Search("a.", false, true).allReplaced("a.ab", "$1\\").text())
                .isEqualTo("$1\\ab");
    }

    @Test
    void moreMatchesThanAreShownAreReplacedToo() {
        var replaced = new Search("a", false, true).allReplaced("a".repeat(Search.MOST + 5), "b");
        assertThat(replaced.text()).isEqualTo("b".repeat(Search.MOST + 5));
    }

    @Test
    void aReplacementWithAGroupThatIsNotThereChangesNothing() {
        var search = new Search("a", true, true);
        var match = search.in("a").matches().getFirst();
        assertThat(search.replaced("a", match, "$7").problem()).isEqualTo("the pattern has no such group");
        var all = search.allReplaced("a", "$");
        assertThat(all.text()).isEqualTo("a");
        assertThat(all.problem()).isEqualTo("the pattern has no such group");
    }
}
