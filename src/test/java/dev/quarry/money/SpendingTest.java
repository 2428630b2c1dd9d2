package dev.quarry.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock TUESDAY = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final PriceTable TABLE = new PriceTable("2026-01-01", Map.of("m", new Price(1, 10, null, 2.0)));

    @TempDir
    Path folder;

    private static RunRequest request(String model, @Nullable Integer maxTokens) {
        return new RunRequest(
                model,
                "",
                List.of(Message.user("Hello there")),
                new InferenceSettings(null, null, maxTokens, List.of()));
    }

    private Spending spending(Clock clock) {
        return new Spending(TABLE, folder, folder, UnaryOperator.identity(), List.of(), clock);
    }

    private static String refusal(Spending spending, String model, @Nullable Integer maxTokens, Budget budget) {
        var request = request(model, maxTokens);
        return spending.refusal(spending.quote(request, TokenCount.counted(1_000)), model, budget)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-opus-5, 5, 25",
        "us.anthropic.claude-opus-5, 5.5, 27.5",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5, 5.5, 27.5",
        "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0, 0.8, 3.2",
        "us-gov.amazon.nova-pro-v1:0, 0.8, 3.2",
        "sa.qwen.qwen3-coder-30b-a3b-v1:0, 0.15, 0.6",
    })
    void aModelIsFoundByWhateverNamesIt(String model, double input, double output) {
        assertThat(new PriceFile(folder).load().table().of(model))
                .hasValueSatisfying(
                        p -> assertThat(List.of(p.input(), p.output())).containsExactly(input, output));
    }

    @Test
    void anUnknownModelHasNoPrice() {
        var request = request("nobody.knows-it", 10);
        var spending = spending(MONDAY);
        assertThat(spending.quote(request, TokenCount.counted(5)).mostMicros()).isNull();
        assertThat(spending.settle(request, new TokenUsage(5, 5, 0, 0), "x").micros())
                .isNull();
        assertThat(spending.today()).hasValue(0L);
    }

    @Test
    void anAccountsOwnProfileCostsWhatItsModelDoes() {
        var profile = "arn:aws:bedrock:us-east-1:1:application-inference-profile/abc";
        assertThat(TABLE.of(profile)).isEmpty();
        assertThat(TABLE.of(profile, name -> name.equals(profile) ? "m" : name)).isPresent();
    }

    @Test
    void eachKindOfTokenHasItsPrice() {
        assertThat(new Price(3, 15, 0.3, 3.75).costMicros(new TokenUsage(1_000_000, 100_000, 10, 1_000)))
                .isEqualTo(3_000_000 + 1_500_000 + 3 + 3_750);
        assertThat(new Price(3, 15, null, null).costMicros(new TokenUsage(0, 0, 10, 10)))
                .as("a price that is not known is that of other input")
                .isEqualTo(60);
        assertThat(new Price(0.07, 0.3, null, null).costMicros(new TokenUsage(1, 0, 0, 0)))
                .as("never nothing")
                .isEqualTo(1);
    }

    @Test
    void theUsersPricesGoOverThoseBroughtAlong() throws IOException {
        Files.writeString(folder.resolve("prices.json"), """
                {"date": "2027-01-01", "models": {"amazon.nova-pro-v1:0": {"input": 1, "output": 2}, "mine": {"input": 3, "output": 4}}}
                """);
        var loaded = new PriceFile(folder).load();
        assertThat(loaded.problem()).isNull();
        assertThat(loaded.table().date()).isEqualTo("2027-01-01");
        assertThat(loaded.table().of("amazon.nova-pro-v1:0")).hasValue(new Price(1, 2, null, null));
        assertThat(loaded.table().of("mine")).hasValue(new Price(3, 4, null, null));
        assertThat(loaded.table().of("anthropic.claude-opus-5")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{|near line 1", "{\"models\": {\"m\": {\"input\": 1}}}|near line 1"})
    void pricesThatCannotBeReadAreToldAndLeftAlone(String content, String told) throws IOException {
        var file = Files.writeString(folder.resolve("prices.json"), content);
        var loaded = new PriceFile(folder).load();
        assertThat(loaded.problem()).contains(told);
        assertThat(loaded.table().models()).hasSizeGreaterThan(100);
        assertThat(file).hasContent(content);
    }

    @Test
    void aRunThatMayCostMoreThanTheBudgetIsStopped() {
        var budget = new Budget(null, 6_000L);
        assertThat(refusal(spending(MONDAY), "m", 500, budget)).isEmpty();
        assertThat(refusal(spending(MONDAY), "m", 501, budget))
                .startsWith("This run may cost up to $0.0060, more than the budget of $0.0060 for a run.");
    }

    @Test
    void theDaysBudgetCountsWhatWasSpentAndBeginsAnewTheNextDay() {
        var budget = new Budget(20_000L, null);
        spending(MONDAY).settle(request("m", 500), new TokenUsage(5_000, 1_000, 0, 0), "x");
        assertThat(spending(MONDAY).today()).hasValue(15_000L);
        assertThat(refusal(spending(MONDAY), "m", 500, budget)).contains("with the $0.015 spent today");
        assertThat(refusal(spending(TUESDAY), "m", 500, budget)).isEmpty();
    }

    @Test
    void aBudgetThatCannotBeKeptToStopsTheRun() throws IOException {
        var budget = new Budget(1_000_000L, null);
        assertThat(refusal(spending(MONDAY), "other", 10, budget)).startsWith("No price of other is known");
        assertThat(refusal(spending(MONDAY), "m", null, budget)).startsWith("This run has no limit");
        Files.writeString(folder.resolve("spending.json"), "broken");
        assertThat(refusal(spending(MONDAY), "m", 10, budget)).startsWith("What was spent today cannot be read");
        assertThat(refusal(spending(MONDAY), "other", null, Budget.NONE)).isEmpty();
    }

    @Test
    void aRunThatBrokeOffIsEstimated() {
        var bill = spending(MONDAY).settle(request("m", 500), TokenUsage.NONE, "some words of an answer");
        assertThat(bill.source()).isEqualTo(TokenCount.Source.ESTIMATED);
        assertThat(bill.usage().output()).isBetween(4L, 8L);
        assertThat(spending(MONDAY).today()).hasValue(bill.micros());
        assertThat(spending(MONDAY).settle(request("m", 1), TokenUsage.NONE, "").micros())
                .isZero();
    }

    @Test
    void programsThatSpendAtOnceLoseNothing() throws Exception {
        var settled = new ArrayList<Future<Bill>>();
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 40; i++) {
                var one = spending(MONDAY);
                settled.add(programs.submit(() -> one.settle(request("m", 1), new TokenUsage(10, 0, 0, 0), "x")));
            }
        }
        assertThat(settled).allSatisfy(bill -> assertThat(bill.get().micros()).isEqualTo(10));
        assertThat(spending(MONDAY).today()).hasValue(400L);
    }

    @Test
    void aBudgetIsKept() throws IOException {
        var file = new BudgetFile(folder);
        assertThat(file.load().budget()).isEqualTo(Budget.NONE);
        file.save(new Budget(5_000_000L, 250_000L));
        assertThat(file.load()).isEqualTo(new BudgetFile.Loaded(new Budget(5_000_000L, 250_000L), null));
        Files.writeString(folder.resolve("budget.json"), "{\"perDay\": -1}");
        assertThat(file.load().problem()).contains("is not kept to");
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "3, <$0.0001", "420, $0.0004", "42000, $0.042", "12346000, $12.35"})
    void amountsShowWhatTellsSomething(long micros, String text) {
        assertThat(Dollars.of(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2, 2000000", "$0.50, 500000", "'0,25', 250000", "1.5 USD, 1500000", "0, ", "-1, ", "x, ", "0.0000001, "
    })
    void amountsAreReadAsPeopleWriteThem(String text, @Nullable Long micros) {
        assertThat(Dollars.parse(text).orElse(null)).isEqualTo(micros);
    }

    @Test
    void anEstimateIsNearAndLabelled() {
        var code = "    public int sum(int left, int right) {\n        return left + right;\n    }\n".repeat(40);
        var request = new RunRequest("qwen.x", "", List.of(Message.user(code)), InferenceSettings.MODEL_DEFAULTS);
        var count = TokenEstimator.of(request);
        assertThat(count.source()).isEqualTo(TokenCount.Source.ESTIMATED);
        assertThat(count.tokens()).isBetween(40L * 17, 40L * 28);
        assertThat(count.most()).isGreaterThan(count.tokens());
    }
}
