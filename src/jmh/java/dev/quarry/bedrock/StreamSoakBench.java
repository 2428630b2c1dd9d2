package dev.quarry.bedrock;

import java.time.Duration;

/// Eight streams at once for five minutes, with random faults; fails when a character is lost, comes twice or
/// out of order. The first argument is another number of seconds.
final class StreamSoakBench {

    private StreamSoakBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        var time = Duration.ofSeconds(arguments.length == 0 ? 300 : Long.parseLong(arguments[0]));
        var soak = new StreamSoak();
        soak.run(time);
        System.out.printf(
                "soak of 8 streams for %d s: %d answers, %d of them whole, %d characters, each in its place%n",
                time.toSeconds(), soak.answers.sum(), soak.whole.sum(), soak.characters.sum());
    }
}
