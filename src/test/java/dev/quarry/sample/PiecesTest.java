package dev.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final String TEXT = "func main() {\n\tfmt.Println(\"grüße, 🚀🧭\")\n}\n".repeat(40);

    @Test
    void joinedTheyAreTheText() {
        assertThat(String.join("", Pieces.of(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void theyAreUnevenAndAboutFourCharactersLong() {
        var pieces = Pieces.of(TEXT);

        assertThat(pieces.stream().map(String::length).distinct().count()).isGreaterThan(4);
        assertThat((double) TEXT.length() / pieces.size()).isBetween(3.5, 4.5);
    }

    @Test
    void theSameTextIsAlwaysCutTheSameWay() {
        assertThat(Pieces.of(TEXT)).isEqualTo(Pieces.of(TEXT));
        assertThat(Pieces.of(TEXT))
                .isNotEqualTo(Pieces.of(TEXT + "x").subList(0, Pieces.of(TEXT).size()));
    }

    @Test
    void noSurrogatePairIsSplit() {
        assertThat(Pieces.of("🚀".repeat(300))).allMatch(p -> p.matches("(🚀)+"));
    }

    @Test
    void nothingIsCutFromNothing() {
        assertThat(Pieces.of("")).isEmpty();
    }
}
