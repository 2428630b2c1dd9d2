package dev.quarry.check.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.check.Subject;
import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolOutcome;
import dev.quarry.language.Languages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests of an answer that are really run, with the tools that this machine has: each once where the code is right and
/// once where it is wrong.
class TestRunTest {

    /// @param tool what has to be there
    /// @param wrong the input with a fault that the tests are to find
    /// @param passed what the runner says when all is well
    record Case(String tool, String language, String input, String wrong, String tests, String passed) {

        @Override
        public String toString() {
            return language + " with " + tool;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "python3",
                        "python",
                        "def add(a, b):\n    return a + b\n",
                        "def add(a, b):\n    return a - b\n",
                        """
                        import unittest
                        from sums import add


                        class AddTest(unittest.TestCase):
                            def test_adds(self):
                                self.assertEqual(3, add(1, 2))
                        """,
                        "OK"),
                new Case(
                        "node",
                        "javascript",
                        "export function add(a, b) {\n  return a + b;\n}\n",
                        "export function add(a, b) {\n  return a - b;\n}\n",
                        """
                        import test from "node:test";
                        import assert from "node:assert";
                        import { add } from "../src/add.js";

                        test("adds", () => assert.equal(add(1, 2), 3));
                        """,
                        " pass 1\n"),
                new Case(
                        "node",
                        "javascript",
                        "module.exports.add = (a, b) => a + b;\n",
                        "module.exports.add = (a, b) => a - b;\n",
                        """
                        const test = require("node:test");
                        const assert = require("node:assert");
                        const { add } = require("./add");

                        test("adds", () => assert.equal(add(1, 2), 3));
                        """,
                        " pass 1\n"),
                new Case(
                        "node",
                        "typescript",
                        "export function add(a: number, b: number): number {\n  return a + b;\n}\n",
                        "export function add(a: number, b: number): number {\n  return a - b;\n}\n",
                        """
                        import test from "node:test";
                        import assert from "node:assert";
                        import { add } from "../src/add";

                        test("adds", () => assert.equal(add(1, 2), 3));
                        """,
                        " pass 1\n"),
                new Case("javac", "java", """
                        package shop;

                        public final class Sums {
                            public static int add(int a, int b) {
                                return a + b;
                            }
                        }
                        """, """
                        package shop;

                        public final class Sums {
                            public static int add(int a, int b) {
                                return a - b;
                            }
                        }
                        """, """
                        package shop;

                        import static org.junit.jupiter.api.Assertions.assertEquals;

                        import org.junit.jupiter.api.Test;

                        class SumsTest {
                            @Test
                            void adds() {
                                assertEquals(3, Sums.add(1, 2));
                            }
                        }
                        """, "1 tests successful"),
                new Case(
                        "cargo",
                        "rust",
                        "pub fn add(a: i32, b: i32) -> i32 {\n    a + b\n}\n",
                        "pub fn add(a: i32, b: i32) -> i32 {\n    a - b\n}\n",
                        """
                        #[cfg(test)]
                        mod tests {
                            use super::*;

                            #[test]
                            fn adds() {
                                assert_eq!(add(1, 2), 3);
                            }
                        }
                        """,
                        "1 passed"),
                new Case(
                        "go",
                        "go",
                        "package sums\n\nfunc Add(a, b int) int { return a + b }\n",
                        "package sums\n\nfunc Add(a, b int) int { return a - b }\n",
                        """
                        package sums

                        import "testing"

                        func TestAdd(t *testing.T) {
                        	if Add(1, 2) != 3 {
                        		t.Fatal("not 3")
                        	}
                        }
                        """,
                        "ok"),
                new Case(
                        "ruby",
                        "ruby",
                        "def add(a, b)\n  a + b\nend\n",
                        "def add(a, b)\n  a - b\nend\n",
                        """
                        require "minitest/autorun"
                        require_relative "../lib/sums"

                        class AddTest < Minitest::Test
                          def test_adds
                            assert_equal 3, add(1, 2)
                          end
                        end
                        """,
                        "1 runs, 1 assertions, 0 failures"));
    }

    private static Subject subject(Case run, String input) {
        var language = Languages.named(run.language()).orElseThrow();
        return new Subject(
                "```" + run.language() + "\n" + run.tests() + "```\n",
                Subject.End.WHOLE,
                Subject.Promise.CODE,
                input,
                language,
                language);
    }

    private static ToolOutcome run(Case run, String input) throws InterruptedException {
        var path = SearchPath.of(System.getenv());
        assumeTrue(path.find(run.tool()).isPresent(), run.tool() + " is not on this machine");
        var subject = subject(run, input);
        assertThat(TestPlan.isFor(subject)).isTrue();
        var planned = TestPlan.of(subject, path, Path.of(System.getProperty("user.home")));
        if (planned instanceof TestPlan.Result.Missing missing) {
            assumeTrue(false, missing.reason());
        }
        var outcome = TestRun.of(((TestPlan.Result.Ready) planned).plan(), path, System.getenv());
        assumeFalse(outcome.output().startsWith(TestRun.NO_TYPESCRIPT), TestRun.NO_TYPESCRIPT);
        return outcome;
    }

    @Test
    void anOlderNodeIsSaidToKnowNoTypeScript(@TempDir Path folder) throws Exception {
        var node = folder.resolve("node");
        Files.writeString(node, "#!/bin/sh\necho 'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: \".ts\"' >&2\nexit 1\n");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
        var path = SearchPath.of(Map.of("PATH", folder + ":/usr/bin:/bin"));
        var one = new Case("node", "typescript", "export const one: number = 1;\n", "", """
                import test from "node:test";
                import { one } from "./one";
                test("one", () => {});
                """, "");
        var plan = (TestPlan.Result.Ready) TestPlan.of(subject(one, one.input()), path, Path.of("."));

        var outcome = TestRun.of(plan.plan(), path, System.getenv());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).startsWith("This Node.js does not run TypeScript.");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void testsOfRightCodePass(Case run) throws InterruptedException {
        var outcome = run(run, run.input());

        assertThat(outcome.how()).as(outcome.output()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(run.passed());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void testsOfWrongCodeFail(Case run) throws InterruptedException {
        var outcome = run(run, run.wrong());

        assertThat(outcome.how()).as(outcome.output()).isEqualTo(ToolOutcome.How.ENDED);
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).doesNotContain(run.passed());
    }

    @Test
    void testsSeeNoCredentials() throws InterruptedException {
        var path = SearchPath.of(System.getenv());
        assumeTrue(path.find("python3").isPresent(), "python3 is not on this machine");
        var environment = new HashMap<>(System.getenv());
        environment.put("AWS_SECRET_ACCESS_KEY", "planted");
        var look = new Case(
                "python3",
                "python",
                "import os\n\ndef seen():\n    return 'planted' in str(dict(os.environ))\n",
                "",
                """
                import unittest
                from look import seen


                class LookTest(unittest.TestCase):
                    def test_nothing_is_seen(self):
                        self.assertFalse(seen())
                """,
                "OK");
        var plan = (TestPlan.Result.Ready) TestPlan.of(subject(look, look.input()), path, Path.of("."));

        var outcome = TestRun.of(plan.plan(), path, environment);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }
}
