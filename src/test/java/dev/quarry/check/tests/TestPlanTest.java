package dev.quarry.check.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.check.Subject;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import dev.quarry.check.tool.ToolOutcome;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPlanTest {

    private static final String ADD = "def add(a, b):\n    return a + b\n";

    @TempDir
    Path home;

    private SearchPath all;

    @BeforeEach
    void tools() throws IOException {
        var bin = Files.createDirectory(home.resolve("bin"));
        for (var tool : List.of("python3", "node", "go", "cargo", "ruby", "javac", "java")) {
            assertThat(Files.createFile(bin.resolve(tool)).toFile().setExecutable(true))
                    .isTrue();
        }
        all = new SearchPath(List.of(bin), List.of(""));
    }

    private static Subject tests(String language, String input, String tests) {
        var known = Languages.named(language).orElseThrow();
        return new Subject(
                "```" + language + "\n" + tests + "```\n",
                Subject.End.WHOLE,
                Subject.Promise.CODE,
                input,
                known,
                known);
    }

    private TestPlan planned(String language, String input, String tests) {
        var subject = tests(language, input, tests);
        assertThat(TestPlan.isFor(subject)).isTrue();
        return ((TestPlan.Result.Ready) TestPlan.of(subject, all, home)).plan();
    }

    private static List<String> lines(TestPlan plan) {
        return plan.commands().stream().map(ToolCommand::toString).toList();
    }

    @Test
    void pythonTestsFindTheirModule() {
        var plan = planned("python", ADD, """
                import unittest
                from shop.sums import add


                class T(unittest.TestCase):
                    def test_add(self):
                        self.assertEqual(3, add(1, 2))
                """);

        assertThat(plan.files()).containsKeys("shop/sums.py", "test_answer.py").containsEntry("shop/sums.py", ADD);
        assertThat(lines(plan)).containsExactly("python3 -m unittest -v test_answer");
    }

    @Test
    void bareTestFunctionsAreForPytest() {
        assertThat(lines(
                        planned("python", ADD, "from sums import add\n\ndef test_add():\n    assert add(1, 2) == 3\n")))
                .containsExactly("python3 -m pytest -q -p no:cacheprovider test_answer.py");
    }

    @Test
    void javaScriptTestsFindTheirFileFromWhereTheyStand() {
        var plan = planned("javascript", "export const one = 1;\n", """
                import test from "node:test";
                import { one } from "../src/one.js";
                test("one", () => {});
                """);

        assertThat(plan.files()).containsOnlyKeys("src/one.js", "tests/answer.test.js", "package.json");
        assertThat(plan.files().get("package.json")).contains("\"module\"");
        assertThat(lines(plan)).containsExactly("node --test tests/answer.test.js");
    }

    @Test
    void goTestsOutsideOfThePackageNameTheModule() {
        var plan = planned("go", "package sums\n\nfunc Add(a, b int) int { return a + b }\n", """
                package sums_test

                import (
                	"testing"

                	"example.org/shop/sums"
                )

                func TestAdd(t *testing.T) { sums.Add(1, 2) }
                """);

        assertThat(plan.files().get("go.mod")).startsWith("module example.org/shop/sums\n");
    }

    @Test
    void rustTestsOfTheSameFileAreAppended() {
        var plan = planned("rust", "pub fn one() -> u8 { 1 }\n", """
                #[cfg(test)]
                mod tests {
                    use super::*;
                    #[test]
                    fn is_one() { assert_eq!(one(), 1); }
                }
                """);

        assertThat(plan.files()).containsOnlyKeys("Cargo.toml", "src/lib.rs");
        assertThat(plan.files().get("src/lib.rs")).contains("pub fn one").contains("mod tests");
    }

    @Test
    void rubyTestsRequireTheFileBesideThem() {
        var plan = planned("ruby", "class Sum; end\n", """
                require "minitest/autorun"
                require_relative "../lib/sum"

                class SumTest < Minitest::Test
                end
                """);

        assertThat(plan.files()).containsOnlyKeys("sum.rb", "answer_test.rb");
        assertThat(plan.files().get("answer_test.rb")).contains("require_relative \"./sum\"\n");
    }

    @Test
    void javaTestsNeedJUnit() throws IOException {
        var subject = tests("java", "package shop;\npublic class Sum {}\n", """
                package shop;
                class SumTest {
                    @Test
                    void adds() {}
                }
                """);
        assertThat(TestPlan.of(subject, all, home))
                .isInstanceOfSatisfying(
                        TestPlan.Result.Missing.class,
                        m -> assertThat(m.reason()).contains("junit-platform-console-standalone"));

        var jar = home.resolve(".m2/repository/org/junit/platform/junit-platform-console-standalone/6.1.3"
                + "/junit-platform-console-standalone-6.1.3.jar");
        Files.createDirectories(jar.resolveSibling("."));
        Files.createFile(jar);
        var plan = ((TestPlan.Result.Ready) TestPlan.of(subject, all, home)).plan();
        assertThat(plan.files()).containsOnlyKeys("shop/Sum.java", "shop/SumTest.java");
        assertThat(plan.commands()).hasSize(2);
    }

    @Test
    void aToolThatIsMissingIsNamed() {
        var subject = tests("go", "package sums\n", "package sums\n\nfunc TestAdd(t *testing.T) {}\n");

        assertThat(TestPlan.of(subject, new SearchPath(List.of(), List.of("")), home))
                .isEqualTo(
                        new TestPlan.Result.Missing("go was not found, so the tests cannot be run; install it first."));
    }

    @Test
    void codeWithoutTestsIsNotForRunning() {
        assertThat(TestPlan.isFor(tests("python", ADD, "def add(a, b):\n    return a - b\n")))
                .isFalse();
        assertThat(TestPlan.isFor(new Subject(
                        "```python\ndef test_x():\n    pass\n```",
                        Subject.End.WHOLE,
                        Subject.Promise.ALL_OF_THE_INPUT,
                        ADD,
                        Languages.named("python").orElseThrow(),
                        null)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.py", "/etc/x", "a/../../b", "a b", "a\\b", ""})
    void noFileIsOutsideOfTheFolder(String name) {
        assertThatThrownBy(() -> new TestPlan(Map.of(name, ""), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void importsThatClimbOutOfTheFolderStayInside() {
        var plan = planned("javascript", "module.exports = 1;\n", """
                const one = require("../../../../etc/one");
                test("one", () => {});
                """);

        assertThat(plan.files()).containsKey("etc/one.js");
        assertThat(plan.files().keySet()).allMatch(TestPlan::isInside);
    }

    @Test
    void commandsRunOneAfterTheOtherUntilOneFails() throws InterruptedException {
        var path = SearchPath.of(System.getenv());
        var plan = new TestPlan(
                Map.of("a/note.txt", "hello\n"),
                List.of(
                        ToolCommand.parse("cat a/note.txt"),
                        ToolCommand.parse("cat missing.txt"),
                        ToolCommand.parse("cat a/note.txt")));

        var outcome = TestRun.of(plan, path, System.getenv());

        assertThat(outcome.how()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output().lines().filter("hello"::equals)).hasSize(1);
    }
}
