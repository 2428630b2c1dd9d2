package dev.quarry.check;

import static dev.quarry.check.Answers.generated;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers that try to get something run, read or written while they are checked, by the compilers of this machine and
/// by javac. What they would do leaves a file behind.
@Timeout(120)
class NothingRunsTest {

    @TempDir
    Path folder;

    /// @param code with `MARK` for the file that must not come to be
    record Attack(String language, String what, String code) {

        @Override
        public String toString() {
            return language + ": " + what;
        }
    }

    static Attack[] attacks() {
        return new Attack[] {
            new Attack("java", "a static initialiser", """
                    class A { static { try { java.nio.file.Files.createFile(java.nio.file.Path.of("MARK")); }
                      catch (Exception e) { throw new RuntimeException(e); } } static final int X = 1; }
                    """),
            new Attack("java", "an annotation processor", """
                    import java.util.Set; import javax.annotation.processing.*; import javax.lang.model.element.TypeElement;
                    @SupportedAnnotationTypes("*")
                    public class A extends AbstractProcessor {
                      static { new java.io.File("MARK").mkdir(); }
                      @Override public boolean process(Set<? extends TypeElement> t, RoundEnvironment r) {
                        new java.io.File("MARK").mkdir(); return false; } }
                    """),
            new Attack("java", "a compiler plugin", """
                    import com.sun.source.util.*;
                    public class A implements Plugin {
                      public String getName() { return "A"; }
                      public boolean autoStart() { return true; }
                      public void init(JavacTask task, String... args) { new java.io.File("MARK").mkdir(); } }
                    """),
            new Attack("python", "code of the module", "open('MARK', 'w').close()\n"),
            new Attack(
                    "python",
                    "a coding line and a decorator",
                    "# -*- coding: utf-8 -*-\n@open('MARK', 'w').write\ndef f(): pass\n"),
            new Attack("javascript", "code of the module", "require('fs').writeFileSync('MARK', '')\n"),
            new Attack(
                    "javascript", "a module's top level", "import fs from 'node:fs';\nfs.writeFileSync('MARK', '');\n"),
            new Attack("go", "go:generate", "package main\n\n//go:generate touch MARK\nfunc main() {}\n"),
            new Attack(
                    "go",
                    "cgo flags",
                    "package main\n\n// #cgo CFLAGS: -fplugin=MARK\nimport \"C\"\n\nfunc init() { println(1) }\n"),
            new Attack("bash", "code of the script", "touch MARK\n"),
            new Attack("bash", "an expansion", ": $(touch MARK) `touch MARK` ${x:=$(touch MARK)}\ncat <(touch MARK)\n"),
            new Attack("php", "code of the file", "<?php\nfile_put_contents('MARK', '');\n"),
            new Attack("ruby", "a BEGIN block", "BEGIN { File.write('MARK', '') }\nFile.write('MARK', '')\n"),
            new Attack(
                    "rust", "a macro that reads", "const S: &str = include_str!(\"MARK.secret\");\nconst X: u8 = S;\n"),
            new Attack(
                    "rust",
                    "a macro behind a macro",
                    "macro_rules! m { ($i:ident) => { $i!(\"MARK.secret\") } }\nconst S: u8 = m!(include_str);\n"),
            new Attack("rust", "a module elsewhere", "#[path = \"MARK.secret\"]\nmod stolen;\n"),
            new Attack("rust", "a build script", "fn main() { std::fs::write(\"MARK\", \"\").unwrap(); }\n"),
            new Attack("c", "a header that is not one", "#include \"MARK.secret\"\n"),
            new Attack("c", "a header by its absolute path", "#include <MARK.secret>\n"),
            new Attack("c", "a header in two lines", "#inc\\\nlude <MARK.secret>\n"),
            new Attack("c", "a header by a macro", "#define H \"MARK.secret\"\n#include H\n"),
            new Attack(
                    "c",
                    "a constructor",
                    "#include <stdio.h>\n__attribute__((constructor)) void f(void) { fopen(\"MARK\", \"w\"); }\n"),
        };
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingIsRunReadOrWritten(Attack attack) throws Exception {
        var mark = folder.resolve("mark");
        Files.writeString(folder.resolve("mark.secret"), "a secret of the user\n");
        var verdict = new AnswerCheck(CheckTools.found(System.getenv()))
                .check(generated(attack.language(), attack.code().replace("MARK", mark.toString())));
        assertThat(mark).doesNotExist();
        assertThat(verdict.toString()).doesNotContain("secret of the user");
    }

    @Test
    void anAnswerDoesNotNameItsFile() throws Exception {
        var before = filesIn(folder);
        new AnswerCheck(CheckTools.found(System.getenv()))
                .check(new Subject(
                        "```python ../../" + folder + "/x.py\n# file: ../../escape.py\na = 1\n```\n",
                        Subject.End.WHOLE,
                        Subject.Promise.CODE,
                        "",
                        dev.quarry.language.Languages.PLAIN_TEXT,
                        Answers.language("python")));
        assertThat(filesIn(folder)).isEqualTo(before);
    }

    private static long filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
