package dev.quarry.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @MethodSource("dev.quarry.language.Languages#all")
    void languageIsToldFromTheTextAlone(Language language) {
        var text = Samples.of(language).lines().filter(l -> !l.startsWith("#!")).collect(Collectors.joining("\n"));
        var told = detector.detect(text).language();
        // Nothing in it is of one of them alone.
        assertThat(told.id().equals("typescript") && language.id().equals("javascript") ? language : told)
                .isEqualTo(language);
    }

    @Test
    void textThatSaysLittleIsNotSure() {
        var detection = detector.detect("x = 1");
        assertThat(detection.sure()).isFalse();
        assertThat(detection.confidence()).isBetween(0.0, 0.85);
    }

    @Test
    void blankTextHasNoLanguage() {
        assertThat(detector.detect(" \n")).isEqualTo(new Detection(Languages.PLAIN_TEXT, 0, false));
    }

    @Test
    void anyTextIsTaken() {
        var random = new Random(9);
        for (var round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(300); i >= 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            var detection = detector.detect(text.toString());
            assertThat(detection.confidence()).isBetween(0.0, 1.0);
        }
    }

    /// Nested repetitions in a sign would make these take for ever.
    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "<", "a ", "a.", "a: ", "[", "\n", "a b\n", "\"a\", ", "\\t", "(a, "})
    void longTextsOfOnePatternAreReadFast(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> detector.detect(piece.repeat(50_000)));
    }

    private static void assertSure(Detection detection, String id) {
        assertThat(detection).isEqualTo(new Detection(Languages.named(id).orElseThrow(), 1, true));
    }
}
