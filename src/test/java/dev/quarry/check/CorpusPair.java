package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.PresetLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A file of another project before and after a release, or in two languages, and what a person said of it. The folder
/// `corpus` holds them; `index.tsv` there says where each comes from.
///
/// @param name of its folder
/// @param kept whether nothing that was declared is gone; what has another name or another form is not gone
/// @param gone the names that are, of a pair that does not keep all
record CorpusPair(
        String name,
        boolean port,
        boolean kept,
        List<String> gone,
        Language from,
        Language to,
        String before,
        String after) {

    private static final Path FOLDER =
            Path.of(System.getProperty("quarry.project.dir", "."), "src/test/resources/dev/quarry/check/corpus");

    /// Code may hold shorter ones.
    private static final String FENCE = "`".repeat(12);

    /// Every pair, in the order of the index.
    static List<CorpusPair> all() {
        try (var lines = Files.lines(FOLDER.resolve("index.tsv"))) {
            return lines.skip(1).map(CorpusPair::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusPair read(String line) {
        var cells = line.split("\t", -1);
        var folder = FOLDER.resolve(cells[0]);
        try (var files = Files.list(folder)) {
            var both = files.sorted().toList(); // after, before
            return new CorpusPair(
                    cells[0],
                    cells[1].equals("port"),
                    cells[2].equals("kept"),
                    cells[3].isEmpty() ? List.of() : Arrays.asList(cells[3].split(" ", -1)),
                    language(both.get(1)),
                    language(both.get(0)),
                    Files.readString(both.get(1)),
                    Files.readString(both.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language language(Path file) {
        return Languages.ofFileName(file.toString()).orElseThrow();
    }

    /// `Java`, or `Java to Kotlin`.
    String languages() {
        return port ? from.name() + " to " + to.name() : to.name();
    }

    /// What the application asks of an answer with that code to its preset for refactoring or translating.
    Subject answeredBy(String code) {
        return Subject.of(
                PresetLibrary.builtIn(port ? "translate" : "refactor").orElseThrow(),
                port ? Map.of("target", to.name()) : Map.of(),
                from,
                before,
                FENCE + to.fenceLabels().getFirst() + "\n" + code + (code.endsWith("\n") ? "" : "\n") + FENCE + "\n",
                Subject.End.WHOLE);
    }

    /// The answer spoilt in the ways models spoil them, by what was done.
    Map<String, String> planted() {
        return new Planting(
                        from.id(),
                        to.id(),
                        to.comments().hasLine() ? to.comments().line() : "//",
                        1,
                        name.hashCode())
                .of(after, before);
    }
}
