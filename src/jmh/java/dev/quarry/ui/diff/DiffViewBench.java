package dev.quarry.ui.diff;

import dev.quarry.bench.Comparison;
import dev.quarry.bench.DiffPeer;
import dev.quarry.bench.ShippedJvm;
import dev.quarry.diff.MutatedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From the moment both texts are there to the first frame that shows what differs, coloured, for 10,000 lines of which
/// a share is changed: as the first diff of a process that runs as the shipped application does, and as a later one.
/// Beside it, Monaco's in headless Chromium on the same texts: the first of a new browser, and later ones.
final class DiffViewBench {
    private static final long SEED = 42;
    private static final int LINES = 10_000;
    private static final int PROCESSES = Integer.getInteger("quarry.bench.rounds", 5);
    private static final int DIFFS = 4; // in each process, of which the first is told apart
    private static final Path FOLDER = Path.of("target", "bench-diff");

    /// What the first frame may take with 5 % changed; with 50 % twice that.
    private static final double BOUND_MILLIS = 300;

    private DiffViewBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!ShippedJvm.packaged()) {
            System.out.println("diff view: not measured, it takes the packaged application in target/quarry");
            return;
        }
        Files.createDirectories(FOLDER);
        var flags = new ArrayList<>(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        flags.addAll(ShippedJvm.windowCaches());
        measure(0.05, BOUND_MILLIS, flags);
        measure(0.5, 2 * BOUND_MILLIS, flags);
    }

    private static void measure(double share, double bound, List<String> flags)
            throws IOException, InterruptedException {
        var source = MutatedSource.of(LINES, share, SEED);
        var percent = Math.round(share * 100);
        var before = Files.writeString(FOLDER.resolve("before-" + percent + ".java"), source.left());
        var after = Files.writeString(FOLDER.resolve("after-" + percent + ".java"), source.right());
        var ours = new ArrayList<List<Double>>();
        for (var process = 0; process < PROCESSES; process++) {
            ours.add(open(before, after, flags));
        }
        var peer = DiffPeer.measure(before, after, PROCESSES, DIFFS);
        var name =
                String.format(Locale.ROOT, "first frame of a diff of %,d lines, %d %% changed, ms, ", LINES, percent);
        print(name + "the first of a process", first(ours), peer.map(DiffViewBench::first), bound);
        print(name + "later", later(ours), peer.map(DiffViewBench::later), bound);
    }

    /// @return what each diff took in one process, milliseconds
    private static List<Double> open(Path before, Path after, List<String> flags)
            throws IOException, InterruptedException {
        var process = ShippedJvm.window(
                        flags, DiffFrames.class.getName(), before.toString(), after.toString(), Integer.toString(DIFFS))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("errors.log").toFile()))
                .start();
        var lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0 || lines.size() != DIFFS) {
            throw new IOException("no diff was shown; " + FOLDER.resolve("errors.log") + " says why");
        }
        return lines.stream().map(Double::valueOf).toList();
    }

    private static void print(String name, double[] ours, Optional<double[]> peer, double bound) {
        var bounds = new double[ours.length];
        Arrays.fill(bounds, bound);
        Comparison.print(name + ", against the bound", ours, bounds);
        peer.ifPresent(theirs -> Comparison.print(name + ", against Monaco", ours, theirs));
    }

    private static double[] first(List<List<Double>> processes) {
        return processes.stream().mapToDouble(List::getFirst).toArray();
    }

    private static double[] later(List<List<Double>> processes) {
        return processes.stream()
                .flatMap(p -> p.stream().skip(1))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
