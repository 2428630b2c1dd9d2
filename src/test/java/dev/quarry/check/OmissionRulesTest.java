package dev.quarry.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the omission guard takes for left out, and what for written in another way.
class OmissionRulesTest {

    private static Check.Status dropped(Subject subject) throws InterruptedException {
        return Answers.check(subject, Check.Kind.NOTHING_DROPPED).status();
    }

    @Test
    void aModuleThatIsOneFunctionIsCalledAsTheFunctionIs() throws InterruptedException {
        var input = "module.exports = function hr(state, line) {\n  state.push(line);\n  return true;\n};\n";

        assertThat(dropped(Answers.translated(
                        "javascript",
                        "python",
                        input,
                        "def hr(state, line):\n    state.push(line)\n    return True\n")))
                .isEqualTo(Check.Status.PASSED);
        assertThat(dropped(Answers.translated("javascript", "python", input, "STATE = 1\n")))
                .isEqualTo(Check.Status.FAILED);
    }

    @Test
    void whatAModuleDoesNotExportMayBecomeSomethingElse() throws InterruptedException {
        var input = """
                export function count(source) {
                  return source.lift(new CountOperator());
                }

                class CountOperator {
                  call(subscriber, source) {
                    return source.subscribe(new CountSubscriber(subscriber));
                  }
                }
                """;

        assertThat(dropped(Answers.reworked("javascript", input, """
                export function count(source) {
                  return operate((subscriber) => source.subscribe(subscriber));
                }
                """))).isNotEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.reworked("javascript", input, """
                export function count(source) {
                  return source.lift(new CountOperator());
                }
                """)))
                .as("still used")
                .isEqualTo(Check.Status.FAILED);
    }

    @Test
    void constantsForOthersAreMissed() throws InterruptedException {
        var input = "export const LIMIT = 1024;\n\nexport function cut(text) {\n  return text.slice(0, 1024);\n}\n";
        var without = "export function cut(text) {\n  return text.slice(0, 1024);\n}\n";

        assertThat(dropped(Answers.reworked("javascript", input, without))).isEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.reworked("javascript", input, "export const MOST = 1024;\n\n" + without)))
                .as("renamed")
                .isNotEqualTo(Check.Status.FAILED);
    }

    /// Go has no rule for which constants are for others, so nothing tells whether one has a new form.
    @Test
    void aConstantMayBecomeSomethingElseInALanguageWhoseConstantsAreNotKnown() throws InterruptedException {
        var input = "DIGITS = re.compile(r\"\\d+\")\n\n\ndef is_number(text):\n    return DIGITS.fullmatch(text)\n";
        var check = Answers.check(
                Answers.translated(
                        "python",
                        "go",
                        input,
                        "package main\n\nfunc isNumber(text string) bool {\n\treturn onlyDigits(text)\n}\n"),
                Check.Kind.NOTHING_DROPPED);

        assertThat(check.status()).isNotEqualTo(Check.Status.FAILED);
        assertThat(check.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("DIGITS"));
        assertThat(dropped(Answers.translated(
                        "python",
                        "java",
                        input,
                        "class Numbers {\n  boolean isNumber(String text) {\n    return onlyDigits(text);\n  }\n}\n")))
                .isEqualTo(Check.Status.FAILED);
    }

    @Test
    void paragraphsAreMissedInCobolAndNotInATranslation() throws InterruptedException {
        var data = """
                       IDENTIFICATION DIVISION.
                       PROGRAM-ID. SUMS.
                       DATA DIVISION.
                       WORKING-STORAGE SECTION.
                       01  WS-TOTAL   PIC 9(6) VALUE ZERO.
                       PROCEDURE DIVISION.
                """;
        var main = """
                       MAIN-PARA.
                           PERFORM ADD-PARA 3 TIMES
                           DISPLAY "TOTAL " WS-TOTAL
                           STOP RUN.
                """;
        var add = """
                       ADD-PARA.
                           READ SALES-FILE
                               AT END SET END-OF-FILE TO TRUE
                           END-READ.
                           ADD SALES-AMOUNT TO WS-TOTAL
                           SUBTRACT SALES-DISCOUNT FROM WS-TOTAL.
                """;
        var input = data + main + add;

        assertThat(dropped(Answers.reworked("cobol", input, data + add + main))).isEqualTo(Check.Status.PASSED);
        assertThat(dropped(Answers.reworked("cobol", input, data + main))).isEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.reworked("cobol", input, data + add))).isEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.reworked("cobol", input, data + main + "       ADD-PARA.\n")))
                .isEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.translated("cobol", "python", input, """
                        def run():
                            total = 0
                            for sale in sales[:3]:
                                total += sale.amount - sale.discount
                            print("TOTAL", total)
                        """))).isNotEqualTo(Check.Status.FAILED);
    }

    @Test
    void aLifetimeIsNoStringThatHidesABody() throws InterruptedException {
        var input = """
                pub fn separator(self, separator: Separator) -> Options<'a> {
                    Options {
                        separator,
                        ..self
                    }
                }
                """;

        assertThat(dropped(Answers.reworked(
                        "rust", input, "pub fn separator(self, separator: Separator) -> Options<'a> {\n}\n")))
                .isEqualTo(Check.Status.FAILED);
    }

    @Test
    void directivesAtTheMarginEndNoBlock() throws InterruptedException {
        var input = """
                int main(void) {
                  if (ready && open) {
                    start();
                    run();
                  }
                  return 0;
                }
                """;
        var code =
                input.replace("    start();", "#ifdef FAST\n    start();").replace("    run();", "    run();\n#endif");

        assertThat(dropped(Answers.reworked("c", input, code))).isEqualTo(Check.Status.PASSED);
    }

    @Test
    void anImplementationIsMissedWhenItsSignaturesStay() throws InterruptedException {
        var signatures = "export function map<T>(from: T[]): T[];\nexport function map(from: string): string[];\n";
        var input = signatures + "export function map(from: any): any {\n  const out = [...from];\n  return out;\n}\n";

        assertThat(dropped(Answers.reworked("typescript", input, signatures))).isEqualTo(Check.Status.FAILED);
    }

    @Test
    void aConstructorIsMissedUnlessTheTypeMakesItself() throws InterruptedException {
        var input = """
                public class Point {
                    private final int x;
                    private final int y;

                    public Point(int x, int y) {
                        this.x = Math.max(0, x);
                        this.y = Math.max(0, y);
                    }
                }
                """;

        assertThat(dropped(Answers.reworked("java", input, """
                public class Point {
                    private final int x;
                    private final int y;
                }
                """))).isEqualTo(Check.Status.FAILED);
        assertThat(dropped(Answers.reworked("java", input, "public record Point(int x, int y) {}\n")))
                .isNotEqualTo(Check.Status.FAILED);
    }

    @Test
    void aTranslationThatHasNothingOfTheEndStopsEarly() throws InterruptedException {
        var head = """
                function total(items) {
                  let sum = 0;
                  for (const item of items) {
                    sum += item.price;
                  }
                """;
        var input = head + """
                  const discount = rebate(sum);
                  const shipping = postage(items);
                  const taxes = levy(sum - discount);
                  ledger.append(discount, shipping, taxes);
                  const receipt = printer.print(ledger, branch);
                  archive.store(receipt, customer);
                  counter.increase(customer);
                  screen.show(receipt);
                  return sum;
                }
                """;
        var cut = "def total(items):\n    sum = 0\n    for item in items:\n        sum += item.price\n";

        var check = Answers.check(Answers.translated("javascript", "python", input, cut), Check.Kind.WHOLE);

        assertThat(check.status()).isEqualTo(Check.Status.FAILED);
    }

    @Test
    void errorsInFlowSayNothingUnlessBracketsAreOpen() throws InterruptedException {
        var code =
                "/** @flow */\nimport type {Node} from 'react';\nfunction name(node: Node): string {\n  return '';\n}\n";

        assertThat(Answers.check(Answers.generated("javascript", code), Check.Kind.PARSES)
                        .status())
                .isNotEqualTo(Check.Status.FAILED);
        assertThat(Answers.check(
                                Answers.generated("javascript", code.substring(0, code.length() - 2)),
                                Check.Kind.PARSES)
                        .status())
                .isEqualTo(Check.Status.FAILED);
    }
}
