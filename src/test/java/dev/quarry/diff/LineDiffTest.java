package dev.quarry.diff;

import static dev.quarry.diff.Sketch.hunks;
import static dev.quarry.diff.Sketch.lines;
import static dev.quarry.diff.Sketch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void equalTextsHaveNoHunk() {
        var diff = LineDiff.compare("a\nb\n", "a\nb\n");
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.precision()).isEqualTo(Precision.FULL);
        assertThat(rows(diff)).containsExactly("=a|a", "=b|b");
    }

    @Test
    void hunksSayWhatAcceptingThemDoes() {
        var diff = LineDiff.compare(lines("a", "b", "c", "d", "e"), lines("a", "x", "c", "e", "f"));
        assertThat(diff.hunks())
                .containsExactly(
                        new Hunk(0, 1, 2, 1, 2, Hunk.Kind.CHANGED),
                        new Hunk(1, 3, 4, 3, 3, Hunk.Kind.REMOVED),
                        new Hunk(2, 5, 5, 4, 5, Hunk.Kind.ADDED));
        assertThat(diff.counts()).isEqualTo(new DiffCounts(3, 1, 1, 1));
    }

    @Test
    void threeLinesForTwoAreTwoChangedAndOneAdded() {
        var counts = LineDiff.compare(lines("a", "b"), lines("x", "y", "z")).counts();
        assertThat(counts).isEqualTo(new DiffCounts(1, 1, 0, 2));
    }

    @Test
    void anEmptySideIsOneHunk() {
        assertThat(LineDiff.compare("", "a\nb").hunks()).containsExactly(new Hunk(0, 0, 0, 0, 2, Hunk.Kind.ADDED));
        assertThat(LineDiff.compare("a\nb", "").hunks()).containsExactly(new Hunk(0, 0, 2, 0, 0, Hunk.Kind.REMOVED));
        assertThat(LineDiff.compare("", "").rows()).isEmpty();
    }

    @Test
    void aMissingFinalNewlineIsADifferenceOfItsOwn() {
        var diff = LineDiff.compare("a\nb", "a\nb\n");
        assertThat(diff.hunks()).containsExactly(new Hunk(0, 1, 2, 1, 2, Hunk.Kind.FINAL_NEWLINE));
        assertThat(rows(diff)).containsExactly("=a|a", "~b|b #0");
        assertThat(diff.inline(diff.hunks().getFirst()).ofLeft(1)).isEmpty();
    }

    @Test
    void aLineThatOnlyGotFollowersIsNotChanged() {
        assertThat(hunks(LineDiff.compare("a\nb", "a\nb\nc"))).containsExactly("-[] +[c]");
    }

    @Test
    void lineEndingsAreNoDifferenceUnlessAskedFor() {
        var left = LineText.of("a\r\nb\r\n");
        var right = LineText.of("a\nb\n");
        assertThat(LineDiff.compare(left, right, DiffOptions.STANDARD).isEmpty())
                .isTrue();
        assertThat(LineDiff.compare(left, right, DiffOptions.STANDARD.with(Endings.COMPARE))
                        .counts())
                .isEqualTo(new DiffCounts(1, 0, 0, 2));
    }

    @Test
    void aMissingFinalNewlineIsToldFromOtherEndingsWhenTheyAreCompared() {
        var diff = LineDiff.compare(
                LineText.of("a\nb\n"), LineText.of("a\nb"), DiffOptions.STANDARD.with(Endings.COMPARE));
        assertThat(diff.hunks()).extracting(Hunk::kind).containsExactly(Hunk.Kind.FINAL_NEWLINE);
    }

    @Test
    void whitespaceCountsAsMuchAsTheOptionsSay() {
        var left = lines("a", "b b", "c", "the end");
        var right = lines("a ", "b  b", "  c", "the end", "");
        assertThat(changedLines(left, right, Whitespace.KEEP)).isEqualTo(4);
        assertThat(changedLines(left, right, Whitespace.IGNORE_TRAILING)).isEqualTo(3);
        assertThat(changedLines(left, right, Whitespace.IGNORE_AMOUNT)).isEqualTo(2);
        assertThat(changedLines(left, right, Whitespace.IGNORE_ALL)).isEqualTo(1);
        assertThat(changedLines(left, right, Whitespace.IGNORE_ALL_AND_BLANK_LINES))
                .isZero();
    }

    private static int changedLines(String left, String right, Whitespace whitespace) {
        var counts = compare(left, right, whitespace).counts();
        return counts.changedLines() + counts.addedLines() + counts.removedLines();
    }

    @Test
    void ignoredBlankLinesStillHaveARow() {
        var diff = compare(lines("a", "b", "c"), lines("a", "", "b", "x"), Whitespace.IGNORE_ALL_AND_BLANK_LINES);
        assertThat(rows(diff)).containsExactly("=a|a", ".|", "=b|b", "~c|x #0");
    }

    @Test
    void anAddedMethodIsAddedWhole() {
        var left = lines("class A {", "    void a() {", "        run();", "    }", "", "    void c() {", "    }", "}");
        var right = lines(
                "class A {",
                "    void a() {",
                "        run();",
                "    }",
                "",
                "    void b() {",
                "        run();",
                "    }",
                "",
                "    void c() {",
                "    }",
                "}");
        assertThat(hunks(LineDiff.compare(left, right)))
                .containsExactly("-[] +[    void b() {,         run();,     }, ]");
    }

    @Test
    void aRemovedPythonFunctionIsRemovedWhole() {
        var left = lines("def a():", "    return 1", "", "def b():", "    return 1", "", "def c():", "    return 2");
        var right = lines("def a():", "    return 1", "", "def c():", "    return 2");
        assertThat(hunks(LineDiff.compare(left, right))).containsExactly("-[def b():,     return 1, ] +[]");
    }

    @Test
    void hunksThatOnlyTogetherCloseTheirBracketsAreOne() {
        var left = lines("start();", "run(a);", "end();");
        var right = lines("start();", "try (var a = open()) {", "run(a);", "}", "end();");
        var diff = LineDiff.compare(left, right);
        assertThat(hunks(diff)).containsExactly("-[run(a);] +[try (var a = open()) {, run(a);, }]");
        assertThat(rows(diff))
                .containsExactly(
                        "=start();|start();",
                        "+|try (var a = open()) { #0",
                        "=run(a);|run(a); #0",
                        "+|} #0",
                        "=end();|end();");
    }

    @Test
    void hunksThatStandAloneStayApart() {
        var diff = LineDiff.compare(lines("a(1);", "same();", "b(1);"), lines("a(2);", "same();", "b(2);"));
        assertThat(diff.hunks()).hasSize(2);
    }

    @Test
    void aLoneBraceDoesNotPartTwoLargerHunks() {
        var left = lines("a1", "a2", "a3", "a4", "}", "b1", "b2", "b3");
        var right = lines("x1", "x2", "x3", "x4", "}", "y1", "y2", "y3");
        assertThat(LineDiff.compare(left, right).hunks()).hasSize(1);
    }

    private static Diff compare(String left, String right, Whitespace whitespace) {
        return LineDiff.compare(LineText.of(left), LineText.of(right), DiffOptions.STANDARD.with(whitespace));
    }
}
