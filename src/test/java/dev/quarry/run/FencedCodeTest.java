package dev.quarry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.run.FencedCode.Block;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FencedCodeTest {

    static final String[] ANSWERS = {
        "Here:\n```java\nclass A {}\n```\nDone.",
        "```java\r\nclass A {\r\n}\r\n```\r\n",
        "```\rold mac\r```\r",
        "no fence at all \uD83D\uDE00\nsecond line",
        "~~~ py\n```\nx\n```\n~~~\n",
        "````md\n```java\nint a;\n```\n````\ntail",
        "```markdown\n# T\n```java\nint a;\n```\nmore\n```\n\n```go\nx\n```",
        "a\n```\nsmile \uD83D\uDE00\uD83D\uDE00\n``` not a fence\n  ```\n",
        "   ```java\n     deep\n   shallow\n  x\n   ```\n    ```java\n",
        "10. step\n\n    ```sh\n    ls\n      -l\n    ```\n",
        "`` ` `` and ```inline``` here\n```js\n`${a}`\n```\n```\n```\n```txt\nlast",
        "```c\n``\n~~~\n``` \n   \n``",
        "```",
        "``",
        "",
    };

    @ParameterizedTest
    @FieldSource("ANSWERS")
    void anyCuttingGivesWhatTheWholeGives(String answer) {
        var whole = new FencedCode();
        var wholeTold = whole.append(answer) + whole.finish();
        assertThat(wholeTold).isEqualTo(whole.code());

        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var cut = new FencedCode();
            var told = new StringBuilder();
            for (var at = 0; at < answer.length(); ) {
                var to = Math.min(answer.length(), at + (round == 0 ? 1 : random.nextInt(6)));
                told.append(cut.append(answer.substring(at, to)));
                at = to;
                assertThat(cut.code()).isEqualTo(told.toString());
                assertThat(wholeTold).startsWith(cut.code());
            }
            told.append(cut.finish());
            assertThat(told.toString()).isEqualTo(wholeTold);
            assertThat(cut.blocks()).isEqualTo(whole.blocks());
        }
    }

    @Test
    void anyCuttingOfRandomFencesGivesWhatTheWholeGives() {
        var random = new Random(11);
        var parts = new String[] {
            "`",
            "```",
            "````",
            "~~~",
            "\n",
            "\r\n",
            "\r",
            " ",
            "    ",
            "\t",
            "java",
            "md",
            "x",
            "- ",
            "\uD83D\uDE00",
            "1. "
        };
        for (var round = 0; round < 3000; round++) {
            var answer = new StringBuilder();
            for (var i = random.nextInt(25); i >= 0; i--) {
                answer.append(parts[random.nextInt(parts.length)]);
            }
            var whole = new FencedCode();
            var wholeTold = whole.append(answer.toString()) + whole.finish();
            var cut = new FencedCode();
            var told = new StringBuilder();
            for (var i = 0; i < answer.length(); i++) {
                told.append(cut.append(answer.substring(i, i + 1)));
            }
            told.append(cut.finish());
            assertThat(told.toString()).as("answer %s", answer).isEqualTo(wholeTold);
            assertThat(cut.blocks()).isEqualTo(whole.blocks());
        }
    }

    @Test
    void codeOfOneFenceIsTakenWithItsLabel() {
        assertThat(blocks("Sure!\n```java title=\"A.java\"\nclass A {}\n```\nThat is it.\n"))
                .containsExactly(new Block("java", "class A {}\n", true));
    }

    @Test
    void severalBlocksArePartedByAnEmptyLine() {
        assertThat(code("```a\n1\n```\ntext\n```\n```\n~~~b\n2\n~~~\n")).isEqualTo("1\n\n2\n");
    }

    @Test
    void unclosedFenceKeepsWhatCame() {
        assertThat(blocks("```go\nfunc main() {\n  fmt.Pr"))
                .containsExactly(new Block("go", "func main() {\n  fmt.Pr", false));
    }

    @Test
    void answerWithoutFenceIsCodeAsAWhole() {
        var fenced = new FencedCode();
        assertThat(fenced.append("int a = 1;\nuse `a`, ```not this```\n")).isEmpty();
        assertThat(fenced.finish()).isEqualTo("int a = 1;\nuse `a`, ```not this```\n");
        assertThat(fenced.blocks()).isEmpty();
    }

    @Test
    void closingFenceIsAtLeastAsLongAndHasNoInfo() {
        assertThat(code("````\n```\n````x\n``` `\n`````  \nprose")).isEqualTo("```\n````x\n``` `\n");
    }

    @Test
    void tildesDoNotCloseBackticks() {
        assertThat(code("```\n~~~\n```\n")).isEqualTo("~~~\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"    ```java\n", "\t```java\n", "``java\n", "```a`b\n", "text ```java\n"})
    void whatIsNoFenceOpensNothing(String line) {
        assertThat(blocks(line + "x\n")).isEmpty();
    }

    @Test
    void indentOfTheFenceIsTakenOffItsLines() {
        assertThat(code("  ```\n    a\n b\n  c\n   ```\n")).isEqualTo("  a\nb\nc\n");
    }

    @Test
    void fenceInAListItemMayBeAsDeepAsTheItem() {
        assertThat(blocks("10. Run it:\n\n    ```sh\n    ls\n    ```\n\nplain\n\n    ```sh\n"))
                .containsExactly(new Block("sh", "ls\n", true));
    }

    @Test
    void blockInsideMarkdownBlockDoesNotEndIt() {
        assertThat(blocks("```markdown\n# Use\n```sh\nmake\n```\nDone\n```\nafter\n"))
                .containsExactly(new Block("markdown", "# Use\n```sh\nmake\n```\nDone\n", true));
    }

    @Test
    void fenceWithInfoInsideOtherCodeIsCode() {
        assertThat(code("```python\n```sh\n```\nafter\n")).isEqualTo("```sh\n");
    }

    @Test
    void lineStreamsAsSoonAsItCannotBeAFence() {
        var fenced = new FencedCode();
        assertThat(fenced.append("```java\nint")).isEqualTo("int");
        assertThat(fenced.append(" a")).isEqualTo(" a");
        assertThat(fenced.append(";\n  ")).isEqualTo(";\n");
        assertThat(fenced.append("``")).isEmpty();
        assertThat(fenced.append("x")).isEqualTo("  ``x");
        assertThat(fenced.append("\n    ")).isEqualTo("\n    ");
        assertThat(fenced.append("\n```")).isEqualTo("\n");
        assertThat(fenced.append("\n")).isEmpty();
        assertThat(fenced.finish()).isEmpty();
        assertThat(fenced.code()).isEqualTo("int a;\n  ``x\n    \n");
    }

    @Test
    void halfOfASurrogatePairIsHeldBack() {
        var fenced = new FencedCode();
        assertThat(fenced.append("```\na\uD83D")).isEqualTo("a");
        assertThat(fenced.append("\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void codeKeepsItsLineEndings() {
        assertThat(code("```\r\na\r\n\r\nb\r\n```\r\n")).isEqualTo("a\r\n\r\nb\r\n");
    }

    @Test
    void nothingMayFollowTheEnd() {
        var fenced = new FencedCode();
        fenced.finish();
        assertThatThrownBy(() -> fenced.append("x")).isInstanceOf(IllegalStateException.class);
        assertThat(fenced.finish()).isEmpty();
    }

    @Test
    void costPerCharacterDoesNotGrowWithTheAnswer() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var fenced = new FencedCode();
            fenced.append("```markdown\n");
            for (var i = 0; i < 1_000_000; i++) {
                fenced.append("line\n");
            }
            fenced.append("```");
            for (var i = 0; i < 1_000_000; i++) {
                fenced.append(i % 2 == 0 ? " " : "x");
            }
            fenced.finish();
        });
    }

    private static String code(String answer) {
        var fenced = new FencedCode();
        return fenced.append(answer) + fenced.finish();
    }

    private static Iterable<Block> blocks(String answer) {
        var fenced = new FencedCode();
        fenced.append(answer);
        fenced.finish();
        return fenced.blocks();
    }
}
