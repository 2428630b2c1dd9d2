package dev.quarry.bedrock;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.RunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32;

/// Many streams at once that fail at random. Each text is made from a number that stands at its beginning, so
/// that what arrives can be checked, character by character, against what was sent.
final class StreamSoak {
    private static final int STREAMS = 8;
    private static final String LETTERS = "abcdefghij \n(){};=é√😀";

    final LongAdder answers = new LongAdder();
    final LongAdder whole = new LongAdder();
    final LongAdder characters = new LongAdder();

    /// Blocks for that long, and a little more.
    ///
    /// @throws IllegalStateException when a character was lost, came twice or out of order
    void run(Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        try (var endpoint = FaultEndpoint.asking(StreamSoak::script);
                var connection = BedrockConnection.loopback(
                        endpoint.uri(), "Soak", Patience.USUAL.withIdle(Duration.ofSeconds(2)));
                var assistant = new CodeAssistant(new Backoff(
                        Duration.ofMillis(1),
                        Duration.ofMillis(20),
                        () -> ThreadLocalRandom.current().nextDouble()));
                var streams = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> stream = () -> {
                while (System.nanoTime() < end) {
                    var result = assistant
                            .run(connection, Asked.request("Hi"), _ -> {})
                            .await();
                    check(result.answer(), result.outcome().code().equals("COMPLETE"));
                }
                return null;
            };
            var under = new ArrayList<Future<Void>>();
            for (var i = 0; i < STREAMS; i++) {
                under.add(streams.submit(stream));
            }
            for (var one : under) {
                one.get();
            }
        } catch (ExecutionException | RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(String answer, boolean complete) {
        answers.increment();
        characters.add(answer.length());
        var line = answer.indexOf('\n');
        if (line < 0) {
            return; // not even the number came
        }
        var expected = text(Long.parseLong(answer.substring(0, line)));
        if (complete) {
            whole.increment();
        }
        var sent = complete ? expected : expected.substring(0, Math.min(expected.length(), answer.length()));
        if (checksum(sent) != checksum(answer)) {
            throw new IllegalStateException("an answer is not what was sent: " + answer.substring(0, line));
        }
    }

    private static long checksum(String text) {
        var sum = new CRC32();
        for (var i = 0; i < text.length(); i++) {
            sum.update(text.charAt(i) >> 8);
            sum.update(text.charAt(i));
        }
        return sum.getValue();
    }

    private static String text(long seed) {
        var random = new Random(seed);
        var letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder().append(seed).append('\n');
        var length = random.nextInt(4_000);
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    /// Not in the middle of a character, which UTF-8 could not say.
    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static Script script() {
        var random = ThreadLocalRandom.current();
        if (random.nextInt(20) == 0) {
            return Script.refusal(429, "ThrottlingException", "Slow down");
        }
        var text = text(random.nextInt(1_000_000));
        var script = Script.stream();
        var fault = random.nextInt(12);
        var until = fault < 6 ? whole(text, random.nextInt(text.length() + 1)) : text.length();
        for (var at = 0; at < until; ) {
            var next = whole(text, Math.min(until, at + 1 + random.nextInt(60)));
            script.text(text.substring(at, next));
            at = next;
        }
        return switch (fault) {
            case 0 -> script.reset();
            case 1 -> script;
            case 2 -> script.halfFrame();
            case 3 -> script.corrupt();
            case 4 -> script.exception("throttlingException", "Slow down").end();
            case 5 -> random.nextInt(50) == 0 ? script.hold() : script.halfChunk();
            default -> script.whole();
        };
    }
}
