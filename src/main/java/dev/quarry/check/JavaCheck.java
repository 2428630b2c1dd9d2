package dev.quarry.check;

import com.sun.source.util.JavacTask;
import dev.quarry.language.syntax.Declaration;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether javac takes the code: read and attributed in this process, never written, loaded or run, and without any
/// annotation processor or plugin.
final class JavaCheck {

    private static final Logger log = LoggerFactory.getLogger(JavaCheck.class);

    /// Otherwise a class that cannot be imported keeps all else from being looked at.
    private static final String GO_ON = "-XDshould-stop.ifError=FLOW";

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-implicit:none", "-Xlint:none", "-nowarn", "-Xmaxerrs", "200", GO_ON);
    private static final long STACK_BYTES = 16L * 1024 * 1024;
    private static final int NAMES_TOLD = 5;

    /// A compiler cannot be stopped for sure; one that hangs takes the only place there is.
    private static final Semaphore PLACE = new Semaphore(1);

    private final Duration limit;

    JavaCheck(Duration limit) {
        this.limit = limit;
    }

    Check of(List<Piece> pieces) throws InterruptedException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var with = "javac " + Runtime.version().feature() + ", no annotation processors";
        if (compiler == null) {
            return Check.notMade(Check.Kind.COMPILES, with, "This Java has no compiler.");
        }
        if (!PLACE.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return Check.notMade(Check.Kind.COMPILES, with, "The compiler is still busy with an earlier answer.");
        }
        var job = new Job(compiler, pieces);
        Thread.ofPlatform().daemon().name("check-javac").stackSize(STACK_BYTES).start(job);
        try {
            if (!job.over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Check.notMade(
                        Check.Kind.COMPILES,
                        with,
                        "The compiler was given up: it took longer than " + limit.toSeconds() + " s.");
            }
        } finally {
            job.cancel();
        }
        var failure = job.failure.get();
        return failure == null
                ? verdict(pieces, job.diagnostics, with)
                : Check.notMade(Check.Kind.COMPILES, with, failure);
    }

    private static Check verdict(List<Piece> pieces, JavaDiagnostics found, String with) {
        var outside = found.outside();
        if (found.errors().isEmpty() && outside.isEmpty()) {
            return Check.made(Check.Kind.COMPILES, with, List.of(), "");
        }
        if (!found.errors().isEmpty() && isFragment(pieces)) {
            return Check.notMade(Check.Kind.COMPILES, with, "The code is a fragment, not a file that can be compiled.");
        }
        var names = String.join(", ", outside.stream().limit(NAMES_TOLD).toList())
                + (outside.size() > NAMES_TOLD ? " and " + (outside.size() - NAMES_TOLD) + " more" : "");
        if (found.errors().isEmpty()) {
            return Check.notMade(
                    Check.Kind.COMPILES,
                    with,
                    "Symbols outside the answer: " + names + ". What does not depend on them has no error.");
        }
        return Check.made(
                Check.Kind.COMPILES,
                with,
                found.errors(),
                outside.isEmpty() ? "" : "What depends on symbols outside the answer was not checked: " + names + ".");
    }

    /// Statements or members without a class around them.
    private static boolean isFragment(List<Piece> pieces) {
        return pieces.stream()
                .anyMatch(p -> p.errors().isEmpty()
                        && p.declarations().stream().noneMatch(d -> d.kind() == Declaration.Kind.TYPE));
    }

    private static final class Job implements Runnable {
        private final JavaCompiler compiler;
        private final List<Piece> pieces;
        private final JavaDiagnostics diagnostics;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
        private final AtomicReference<@Nullable MemoryFiles> files = new AtomicReference<>();

        Job(JavaCompiler compiler, List<Piece> pieces) {
            this.compiler = compiler;
            this.pieces = pieces;
            diagnostics = new JavaDiagnostics(pieces);
        }

        void cancel() {
            var now = files.get();
            if (now != null) {
                now.cancel();
            }
        }

        @Override
        public void run() {
            try {
                compile();
            } catch (CancellationException e) {
                log.debug("a compilation was given up");
            } catch (IOException e) {
                log.warn("javac could not be used", e);
                failure.set("The compiler could not be used.");
            } catch (StackOverflowError e) {
                failure.set("The code is nested too deep for the compiler.");
            } catch (RuntimeException e) {
                log.warn("javac gave up", e);
                failure.set("The compiler gave up on this code.");
            } finally {
                PLACE.release();
                over.countDown();
            }
        }

        /// All blocks are one program, unless that makes a class exist twice: then each is its own.
        private void compile() throws IOException {
            if (pieces.size() > 1 && hasDoubles()) {
                for (var piece : pieces) {
                    diagnostics.take(attribute(List.of(piece)), piece.line());
                }
                return;
            }
            var all = attribute(pieces);
            for (var i = 0; i < pieces.size(); i++) {
                var path = "/" + i + "/Answer.java";
                diagnostics.take(
                        all.stream()
                                .filter(d -> d.getSource() == null
                                        || d.getSource().toUri().getPath().equals(path))
                                .toList(),
                        pieces.get(i).line());
            }
        }

        private boolean hasDoubles() {
            var names = new ArrayList<String>();
            pieces.forEach(p -> p.declarations().stream()
                    .filter(d -> d.kind() == Declaration.Kind.TYPE)
                    .forEach(d -> names.add(d.name())));
            return names.stream().distinct().count() < names.size();
        }

        private List<Diagnostic<? extends JavaFileObject>> attribute(List<Piece> together) throws IOException {
            var collector = new DiagnosticCollector<JavaFileObject>();
            var sources = new ArrayList<JavaFileObject>();
            for (var piece : together) {
                sources.add(new MemoryFiles.Source(sources.size(), piece.text()));
            }
            try (var standard = compiler.getStandardFileManager(collector, Locale.ENGLISH, StandardCharsets.UTF_8);
                    var memory = new MemoryFiles(standard)) {
                files.set(memory);
                var task = compiler.getTask(Writer.nullWriter(), memory, collector, OPTIONS, null, sources);
                task.setLocale(Locale.ENGLISH);
                ((JavacTask) task).analyze();
            }
            return collector.getDiagnostics();
        }
    }
}
