package dev.quarry.diff;

import static dev.quarry.diff.Sketch.inline;
import static dev.quarry.diff.Sketch.lines;
import static dev.quarry.diff.Sketch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class InlineDiffTest {

    @Test
    void onlyTheChangedWordsAreMarked() {
        var diff = LineDiff.compare("int total = count + 1;\n", "long total = count + 2;\n");
        assertThat(inline(diff)).containsExactly("-[int] total = count + [1];", "+[long] total = count + [2];");
    }

    @Test
    void anInsertionIsMarkedOnTheSideThatHasIt() {
        var diff = LineDiff.compare("call(first);\n", "call(first, second);\n");
        assertThat(inline(diff)).containsExactly("-call(first);", "+call(first[, second]);");
    }

    @Test
    void changesNextToEachOtherAreOne() {
        var diff = LineDiff.compare("value = a.b.c in this line\n", "value = x.y.z in this line\n");
        assertThat(inline(diff)).containsExactly("-value = [a.b.c] in this line", "+value = [x.y.z] in this line");
    }

    @Test
    void linesWithLittleInCommonAreChangedAsAWhole() {
        var diff = LineDiff.compare("return cache.get(key);\n", "throw new IllegalStateException(name);\n");
        assertThat(inline(diff))
                .containsExactly("-[return cache.get(key);]", "+[throw new IllegalStateException(name);]");
    }

    @Test
    void linesAreComparedWithTheOneTheyReplace() {
        var diff = LineDiff.compare(
                lines("var name = user.name();", "send(name, address);"),
                lines("check(user);", "log(user);", "var name = user.fullName();", "send(name, address, now);"));
        assertThat(rows(diff))
                .containsExactly(
                        "+|check(user); #0",
                        "+|log(user); #0",
                        "~var name = user.name();|var name = user.fullName(); #0",
                        "~send(name, address);|send(name, address, now); #0");
        assertThat(inline(diff))
                .containsExactly(
                        "-var name = user.[name]();",
                        "-send(name, address);",
                        "+[check(user);]",
                        "+[log(user);]",
                        "+var name = user.[fullName]();",
                        "+send(name, address[, now]);");
    }

    @Test
    void aWrappedLineShowsOnlyWhatIsNew() {
        var diff = LineDiff.compare(
                lines("var result = combine(firstArgument, secondArgument);"),
                lines("var result = combine(", "        firstArgument,", "        secondArgument,", "        third);"));
        assertThat(inline(diff))
                .containsExactly(
                        "-var result = combine(firstArgument, secondArgument);",
                        "+var result = combine(",
                        "+        firstArgument,",
                        "+        secondArgument[,]",
                        "+[        third]);");
    }

    @Test
    void joinedLinesShowOnlyWhatIsNew() {
        var diff = LineDiff.compare(
                lines("return items.stream()", "        .filter(Item::isOpen)", "        .toList();"),
                lines("return items.stream().filter(Item::isDone).toList();"));
        assertThat(inline(diff))
                .containsExactly(
                        "-return items.stream()",
                        "-        .filter(Item::[isOpen])",
                        "-        .toList();",
                        "+return items.stream().filter(Item::[isDone]).toList();");
    }

    @Test
    void ignoredWhitespaceIsNotMarked() {
        var diff = LineDiff.compare(
                LineText.of("  a = f(x, 1);\n"),
                LineText.of("    a = f( x, 2 );\n"),
                DiffOptions.STANDARD.with(Whitespace.IGNORE_ALL));
        assertThat(inline(diff)).containsExactly("-  a = f(x, [1]);", "+    a = f( x, [2] );");
    }

    @Test
    void indentationIsMarkedWhereItCounts() {
        assertThat(inline(LineDiff.compare("  run(everything);\n", "      run(everything);\n")))
                .containsExactly("-[  ]run(everything);", "+[      ]run(everything);");
    }

    @Test
    void anEmojiIsNeverCut() {
        assertThat(inline(LineDiff.compare("print(\"done 😀 now\");\n", "print(\"done 😁 now\");\n")))
                .containsExactly("-print(\"done [😀] now\");", "+print(\"done [😁] now\");");
    }

    @Test
    void aHugeHunkIsChangedAsAWhole() {
        var left = String.join("\n", Collections.nCopies(600, "old line")) + "\n";
        var diff = LineDiff.compare(left, "new line\n");
        assertThat(inline(diff)).contains("-[old line]", "+[new line]");
        assertThat(diff.rows()).hasSize(600);
    }
}
