package dev.quarry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.check.tool.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandAdviceTest {

    @TempDir
    Path bin;

    private SearchPath path;

    @BeforeEach
    void tools() throws IOException {
        for (var tool : List.of("python3", "node", "bash", "perl", "gofmt", "go", "ruby")) {
            assertThat(Files.createFile(bin.resolve(tool)).toFile().setExecutable(true))
                    .isTrue();
        }
        path = new SearchPath(List.of(bin), List.of(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            gofmt -e                            ; GOOD    ; on standard input
            python3 -I -m py_compile {file}     ; GOOD    ; as a file
            bash --norc -n {file}               ; GOOD    ; as a file
            ruby --disable-all -c {file}        ; GOOD    ; as a file
            go vet {file}                       ; GOOD    ; as a file
            python3 {file}                      ; WARNING ; seems to run the code
            node {file}                         ; WARNING ; seems to run the code
            bash {file}                         ; WARNING ; seems to run the code
            perl -c {file}                      ; WARNING ; seems to run the code
            go run {file}                       ; WARNING ; seems to run the code
            rubocop {file}                      ; WARNING ; was not found
            ./check.sh {file}                   ; WARNING ; Name its whole path
            gofmt -e | grep x                   ; ERROR   ; no shell
            gofmt "-e                           ; ERROR   ; not closed
            ""                                  ; ERROR   ; Name a program
            """)
    void aCommandIsJudgedBeforeItIsKept(String line, CommandAdvice.Level level, String words) {
        var advice = CommandAdvice.of(line, path);

        assertThat(advice.level()).isEqualTo(level);
        assertThat(advice.sentence()).contains(words);
    }
}
