package dev.quarry.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource({
        "src/app/Main.java, java",
        "C:\\src\\App.CS, c-sharp",
        "Dockerfile, dockerfile",
        "main.tf, hcl",
        "index.d.ts, typescript",
        "App.tsx, tsx",
    })
    void fileNameDecides(String fileName, String id) {
        assertSure(detector.detect("#!/bin/sh\n", Hints.ofFile(fileName)), id);
    }

    @ParameterizedTest
    @CsvSource({"py, python", "C++, cpp", "shell, bash", "Golang, go"})
    void labelOfTheFenceDecides(String label, String id) {
        assertSure(detector.detect("x", Hints.ofFence(label)), id);
    }

    @ParameterizedTest
    @CsvSource({
        "#!/bin/sh, bash",
        "#!/usr/bin/env python3, python",
        "#!/usr/bin/env -S node --harmony, javascript",
        "#! /usr/bin/perl -w, perl",
        "#!/usr/local/bin/python3.12, python",
        "#!/usr/bin/env -S LC_ALL=C ruby, ruby",
        "#!/usr/bin/env Rscript, r",
        "'<?php', php",
        "'  <?XML version=\"1.0\"?>', xml",
        "'<!DOCTYPE html>', html",
    })
    void firstLineDecides(String line, String id) {
        assertSure(detector.detect(line + "\nx"), id);
        assertSure(detector.detect("\uFEFF" + line), id);
    }

    @Test
    void hintThatSaysNothingIsPassedOver() {
        assertSure(detector.detect("#!/bin/bash\n", new Hints("notes.unknown", "whatever")), "bash");
    }

    private static void assertSure(Detection detection, String id) {
        assertThat(detection).isEqualTo(new Detection(Languages.named(id).orElseThrow(), 1, true));
    }
}
