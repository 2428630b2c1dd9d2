package dev.quarry.check.tool;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a tool on a text in a fresh folder, which is gone afterwards like everything the tool started. Blocks its
/// caller; may be used from any thread.
///
/// @param limit the longest it may take
/// @param mostOutput bytes of output that are kept; the rest is read and thrown away
/// @param environment of this program, of which the tool sees a little
public record ToolRun(Duration limit, int mostOutput, Map<String, String> environment) {

    private static final Logger log = LoggerFactory.getLogger(ToolRun.class);
    private static final long GLANCE_MILLIS = 20;
    private static final long GRACE_MILLIS = 500;

    public ToolRun {
        environment = Map.copyOf(environment);
    }

    /// Runs a tool on a text, in a folder of its own.
    ///
    /// @param program its file
    /// @param fileName the name the text gets, without folders
    /// @throws InterruptedException when the caller was interrupted; the tool is ended then too
    public ToolOutcome run(Path program, ToolCommand command, String fileName, String text)
            throws InterruptedException {
        if (!fileName.matches("[\\w-]+(\\.[\\w-]+)*")) {
            throw new IllegalArgumentException("not a plain file name");
        }
        Path folder;
        try {
            folder = Files.createTempDirectory("quarry-check-").toRealPath();
        } catch (IOException e) {
            log.warn("no folder to check in", e);
            return notStarted("A folder to check in could not be made.");
        }
        try {
            Files.writeString(folder.resolve(fileName), text);
            var input = command.takesFile()
                    ? nothing(folder)
                    : folder.resolve(fileName).toFile();
            return start(program, command, fileName, folder, input);
        } catch (IOException e) {
            log.info("{} could not be started", program, e);
            return notStarted(program.getFileName() + " could not be started.");
        } finally {
            delete(folder);
        }
    }

    /// Runs commands one after the other in one fresh folder, until one does not end well.
    ///
    /// @param files their texts by their paths in the folder
    /// @return how the last one ended, with the output and the time of all
    /// @throws InterruptedException when the caller was interrupted; what was started is ended then too
    public ToolOutcome runAll(SearchPath path, List<ToolCommand> commands, Map<String, String> files)
            throws InterruptedException {
        Path folder;
        try {
            folder = Files.createTempDirectory("quarry-tests-").toRealPath();
        } catch (IOException e) {
            log.warn("no folder to run in", e);
            return notStarted("A folder to run in could not be made.");
        }
        try {
            for (var file : files.entrySet()) {
                var to = folder.resolve(file.getKey()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IllegalArgumentException("a file would be outside of its folder");
                }
                Files.createDirectories(to.resolveSibling("."));
                Files.writeString(to, file.getValue());
            }
            return runAll(path, commands, folder);
        } catch (IOException e) {
            log.info("tests could not be started", e);
            return notStarted("The tests could not be started.");
        } finally {
            delete(folder);
        }
    }

    private ToolOutcome runAll(SearchPath path, List<ToolCommand> commands, Path folder)
            throws IOException, InterruptedException {
        var output = new StringBuilder();
        var elapsed = Duration.ZERO;
        var last = notStarted("There is nothing to run.");
        for (var command : commands) {
            var program = path.find(command.program());
            if (program.isEmpty()) {
                return notStarted(command.program() + " was not found.");
            }
            last = start(program.get(), command, "", folder, nothing(folder));
            output.append(last.output());
            elapsed = elapsed.plus(last.elapsed());
            if (last.how() != ToolOutcome.How.ENDED || last.exitCode() != 0) {
                break;
            }
        }
        return new ToolOutcome(last.how(), last.exitCode(), output.toString(), elapsed);
    }

    private static ToolOutcome notStarted(String sentence) {
        return new ToolOutcome(ToolOutcome.How.NOT_STARTED, 0, sentence, Duration.ZERO);
    }

    private ToolOutcome start(Path program, ToolCommand command, String fileName, Path folder, File input)
            throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(program.toString());
        command.words().stream()
                .skip(1)
                .map(w -> w.replace(ToolCommand.FILE, fileName))
                .forEach(words::add);
        var mark = UUID.randomUUID().toString();
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        // Not the folder itself: Go takes no module that lies in the one for temporary files.
        var temporary = Files.createDirectories(folder.resolve(".quarry-temporary"));
        builder.environment().putAll(ToolEnvironment.of(environment, temporary));
        builder.environment().put(ProcessFamily.MARK, mark);
        builder.redirectInput(input);
        var began = System.nanoTime();
        var process = builder.start();
        var family = new ProcessFamily(process.toHandle(), mark);
        var reader = new Reader(process.getInputStream(), mostOutput);
        var thread = Thread.ofVirtual().name("check-output").start(reader);
        try {
            var ended = await(process, family, began);
            var elapsed = Duration.ofNanos(System.nanoTime() - began);
            family.end();
            reader.over.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            return new ToolOutcome(
                    ended ? ToolOutcome.How.ENDED : ToolOutcome.How.TIMED_OUT,
                    ended ? process.exitValue() : 0,
                    reader.text().replace(folder + File.separator, ""),
                    elapsed);
        } finally {
            family.end();
            thread.interrupt();
            process.getInputStream().close();
        }
    }

    private static File nothing(Path folder) throws IOException {
        var nothing = folder.resolve(".quarry-no-input");
        return (Files.exists(nothing) ? nothing : Files.createFile(nothing)).toFile();
    }

    private boolean await(Process process, ProcessFamily family, long began) throws InterruptedException {
        var left = limit.toNanos();
        while (left > 0) {
            if (process.waitFor(Math.min(left, TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS)), TimeUnit.NANOSECONDS)) {
                return true;
            }
            family.look();
            left = limit.toNanos() - (System.nanoTime() - began);
        }
        return false;
    }

    /// Reads until the tool closes its output, and keeps the start of it.
    private static final class Reader implements Runnable {
        private final InputStream in;
        private final byte[] kept;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile int length;

        Reader(InputStream in, int most) {
            this.in = in;
            kept = new byte[most];
        }

        @Override
        public void run() {
            var piece = new byte[8192];
            try {
                for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                    var taken = Math.min(read, kept.length - length);
                    System.arraycopy(piece, 0, kept, length, taken);
                    var filled = length + taken; // only this thread writes it
                    length = filled;
                }
            } catch (IOException e) {
                log.debug("the output of a check ended early", e);
            } finally {
                over.countDown();
            }
        }

        String text() {
            return new String(kept, 0, length, StandardCharsets.UTF_8);
        }
    }

    /// Follows no link out of the folder.
    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(inner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            log.warn("{} could not be removed", folder, e);
        }
    }
}
