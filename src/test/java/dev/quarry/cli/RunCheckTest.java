package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.bedrock.Script;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `quarry run --check` and `--repair` over an endpoint on loopback.
@Timeout(60)
class RunCheckTest {

    private static final String GOOD = "```java\nclass A {\n  int one() { return 1; }\n}\n```\n";
    private static final String BAD = "```java\nclass A {\n  int one() { return \"1\"; }\n}\n```\n";
    private static final String WORSE = "```java\nclass A {\n  int one() { return \"1\"; \n  int two( { }\n```\n";

    @TempDir
    Path folder;

    private static Script answer(String text) {
        return Script.stream().text(text).whole();
    }

    private CommandLineSession java(Script... scripts) throws Exception {
        return new CommandLineSession(folder, scripts).typing("class A {}");
    }

    @Test
    void anAnswerThatCompilesIsToldWithWhatWasNotChecked() throws Exception {
        try (var session = java(answer(GOOD))) {
            assertThat(session.run("run", "echo", "--language", "java", "--check"))
                    .isZero();
            assertThat(session.err()).contains("passed       compiles (javac", "Syntax only");
            assertThat(session.out()).isEqualTo(GOOD);
        }
    }

    @Test
    void aFailedCheckEndsWithFive() throws Exception {
        try (var session = java(answer(BAD))) {
            assertThat(session.run("run", "echo", "--language", "java", "--check"))
                    .isEqualTo(5);
            assertThat(session.err()).contains("FAILED       compiles", "line 2: incompatible types");
        }
    }

    @Test
    void withoutCheckNothingIsChecked() throws Exception {
        try (var session = java(answer(BAD))) {
            assertThat(session.run("run", "echo", "--language", "java")).isZero();
            assertThat(session.err()).doesNotContain("Checked");
        }
    }

    @Test
    void jsonHoldsTheVerdict() throws Exception {
        try (var session = java(answer(BAD))) {
            assertThat(session.run("run", "echo", "--language", "java", "--check", "--format", "json"))
                    .isEqualTo(5);
            var verdict = new ObjectMapper().readTree(session.out()).get("verdict");
            assertThat(verdict.get("status").asText()).isEqualTo("FAILED");
            assertThat(verdict.get("checks").size()).isEqualTo(6);
            assertThat(verdict.at("/checks/5/findings/0/line").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aRepairThatHelpsIsTheAnswer() throws Exception {
        try (var session = java(answer(BAD), answer(GOOD))) {
            assertThat(session.run("run", "echo", "--language", "java", "--repair", "2"))
                    .isZero();
            assertThat(session.out()).isEqualTo(GOOD);
            assertThat(session.requests()).hasSize(2);
            assertThat(session.requests().get(1)).contains("line 2: incompatible types", "\"assistant\"");
        }
    }

    @Test
    void aRepairThatMakesItWorseIsNotTheAnswer() throws Exception {
        try (var session = java(answer(BAD), answer(WORSE))) {
            assertThat(session.run("run", "echo", "--language", "java", "--repair", "3"))
                    .isEqualTo(5);
            assertThat(session.out()).isEqualTo(BAD);
            assertThat(session.requests()).hasSize(2);
            assertThat(session.err()).contains("No repair made it better");
        }
    }

    @Test
    void repairsThatNeverHelpStop() throws Exception {
        try (var session = java(answer(BAD))) {
            assertThat(session.run("run", "echo", "--language", "java", "--repair", "3"))
                    .isEqualTo(5);
            assertThat(session.requests()).hasSize(2); // no better, so not asked again
        }
    }

    @Test
    void aRepairThatIsCutOffIsNotTheAnswer() throws Exception {
        try (var session = java(answer(BAD), Script.stream().text("```java\nclass A {\n  int on"))) {
            assertThat(session.run("run", "echo", "--language", "java", "--repair", "2"))
                    .isEqualTo(5);
            assertThat(session.out()).isEqualTo(BAD);
        }
    }

    @Test
    void aRepairThatFailsKeepsTheFirstAnswer() throws Exception {
        try (var session = java(answer(BAD), Script.refusal(403, "AccessDeniedException", "no"))) {
            assertThat(session.run("run", "echo", "--language", "java", "--repair", "2"))
                    .isEqualTo(5);
            assertThat(session.out()).isEqualTo(BAD);
        }
    }
}
