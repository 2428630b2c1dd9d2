package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStartTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            import java.util.List; ⏎⏎ public class Basket {         | public class Basket {
            package main ⏎ import ( ⏎ "fmt" ⏎ ) ⏎ func main() {     | func main() {
            `#include <stdio.h> ⏎ int main(void)`                   | int main(void)
            `#!/bin/sh ⏎ set -e`                                    | set -e
            from os import path ⏎ use = 1                           | use = 1
            <?php ⏎ use App\\\\Invoice; ⏎ final class Invoices      | final class Invoices
            /** ⏎ * Prices. ⏎ */                                    | * Prices.
            import os                                               | import os
            // prices of a year ⏎ const a = 1;                      | // prices of a year
            """)
    void aRunIsKnownByTheFirstLineThatSaysSomething(String input, String title) {
        assertThat(HistorySession.start("Review", input.replace('⏎', '\n')).title())
                .isEqualTo(title);
    }
}
