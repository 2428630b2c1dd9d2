package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with how it was called: one sentence, exit code 2, and nothing was sent.
class WrongUsageTest {

    @TempDir
    Path folder;

    private CommandLineSession session;

    @BeforeEach
    void open() throws IOException {
        session = new CommandLineSession(folder, Script.stream().text("never").whole());
        Files.writeString(folder.resolve("A.java"), "class A {}");
        Files.writeString(folder.resolve("empty.py"), " \n\t\n");
        Files.write(folder.resolve("binary"), new byte[] {1, 0, 2});
        Files.write(folder.resolve("latin.c"), "größe".getBytes(StandardCharsets.ISO_8859_1));
        try (var large = new RandomAccessFile(folder.resolve("large.js").toFile(), "rw")) {
            large.setLength(50 * 1024 * 1024);
        }
    }

    @AfterEach
    void close() {
        assertThat(session.requests()).isEmpty();
        session.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                | Name a command; quarry --help lists them.",
                "rnu Echo                        | There is no command rnu; quarry --help lists them. Did you mean run?",
                "--frmat                         | There is no option --frmat; quarry --help lists them.",
                "run                             | Name a preset to run; quarry presets lists them.",
                "run Eco                         | There is no preset Eco; quarry presets lists them. Did you mean echo?",
                "run words                       | There is no preset words; quarry presets lists them. Did you mean prose-words?",
                "run Zzz                         | There is no preset Zzz; quarry presets lists them.",
                "run Choosy F/A.java             | The preset Choosy needs Target language: add -p target=VALUE.",
                "run Choosy -p target= F/A.java  | The preset Choosy needs Target language: add -p target=VALUE.",
                "run Choosy -p targt=Go          | The preset Choosy has no parameter targt. It has: target, mode, extra. Did you mean target?",
                "run Echo -p x=1                 | The preset Echo has no parameter x. It has none.",
                "run Choosy -p target            | -p takes name=value, not target.",
                "run Choosy -p target=Go -p mode=lazy F/A.java | Mode must be one of: fast, slow.",
                "run Choosy -p target=Klingon F/A.java | Target language must be the name of a language, such as Go or C#.",
                "run Echo F/empty.py             | F/empty.py is empty: there is nothing to run on.",
                "run Echo F/binary               | F/binary is not text but binary data: choose a source file.",
                "run Echo F/latin.c              | F/latin.c is not UTF-8 text (byte 3 does not belong there): save it as UTF-8 first.",
                "run Echo F/large.js             | F/large.js is larger than the limit of 2 MB: run a part of it.",
                "run Echo F/missing.go           | There is no file F/missing.go: check the name.",
                "run Echo F                      | F is a folder: name the files in it.",
                "run Echo F/A.java F/missing.go  | There is no file F/missing.go: check the name.",
                "run Echo                        | The input is empty: there is nothing to run on.",
                "run Echo --language Jva         | There is no language Jva; known are: ... Did you mean java?",
                "run Echo --temperature 2        | --temperature is a number from 0 to 1, or none, not 2.",
                "run Echo --temperature warm     | --temperature is a number from 0 to 1, or none, not warm.",
                "run Echo --max-tokens 0         | --max-tokens is a whole number from 1 on, not 0.",
                "run Echo --max-tokens many      | --max-tokens is a whole number from 1 on, not many.",
                "run Echo --format xml           | --format is text or json, not xml.",
                "run Echo --format json --code-only F/A.java | --code-only does not go with --format json, which has a field for the code.",
                "run Echo --connection azure     | There is no connection azure; there are: bedrock, samples.",
                "run Echo --connection samples --region eu-west-1 F/A.java | --profile, --region and --endpoint do not go with --connection samples.",
                "run Echo --endpoint nowhere     | --endpoint is a URL such as https://example.org, not nowhere.",
                "run Echo --endpoint             | --endpoint needs a value: URL.",
                "run Echo --model= F/A.java --modle x | There is no option --modle; quarry run --help lists them. Did you mean --model?",
                "run Echo --sample hello-go      | --sample brings its own preset and input: leave Echo out.",
                "run --sample helo-go            | There is no sample helo-go; quarry samples lists them. Did you mean hello-go?",
                "samples nope                    | There is no sample nope; quarry samples lists them.",
                "presets now                     | There is no command now; quarry presets --help lists them. Did you mean new?",
            })
    void isOneSentence(String arguments, String sentence) {
        var words = arguments == null ? Stream.<String>empty() : Stream.of(arguments.split(" "));
        var exitCode = session.run(
                words.map(w -> w.replaceFirst("^F(?=/|$)", folder.toString())).toArray(String[]::new));
        assertThat(session.err()
                        .replace(folder.toString(), "F")
                        .replaceFirst("known are: .*\\.( Did|$)", "known are: ...$1"))
                .isEqualTo("quarry: " + sentence + System.lineSeparator());
        assertThat(exitCode).isEqualTo(2);
        assertThat(session.out()).isEmpty();
    }

    @Test
    void nobodyIsLeftToTypeTheInput() {
        session.terminal = true;
        assertThat(session.run("run", "Echo")).isEqualTo(2);
        assertThat(session.err())
                .startsWith("quarry: There is no input: name a file, or pipe one in, such as: quarry run");
    }

    @Test
    void aTypedAtSignIsNoFileOfArguments() throws IOException {
        var arguments = Files.writeString(folder.resolve("arguments"), "presets");
        assertThat(session.run("@" + arguments)).isEqualTo(2);
        assertThat(session.err()).contains("There is no command @");
    }
}
