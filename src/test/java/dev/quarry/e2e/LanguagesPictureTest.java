package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.fx.StyleSheets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Takes the picture of six languages side by side, with an error and with a line too long for its pane.
@ExtendWith(ApplicationExtension.class)
class LanguagesPictureTest {
    private static final int COLUMNS = 3;
    private static final String BROKEN = "java";

    private static final Map<String, String> TEXTS = texts();

    private final FxRobot robot = new FxRobot();
    private final Map<String, CodeEditor> editors = new LinkedHashMap<>();
    private Scene scene;

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("java", """
                /** Prices in cents. */
                public record Basket(List<Item> items) {
                    private static final int LIMIT = 5_000;

                    @Override
                    public String toString() {
                        return "items: " + count(items;
                    }

                    long total() {
                        return items.stream()
                                .mapToLong(Item::price)
                                .sum(); // no fee
                    }
                }
                """);
        texts.put("python", """
                from dataclasses import dataclass

                @dataclass(frozen=True)
                class Basket:
                    \"""Prices in cents.\"""
                    items: list[Item]

                    def total(self) -> int:
                        # no fee
                        return sum(i.price for i in self)

                    def __str__(self):
                        return f"{len(self.items)} items\\n"
                """);
        texts.put("typescript", """
                import { readFile } from 'node:fs/promises';

                export interface Item { name: string; price: number }

                export const load = async (file: string): Promise<Item[]> => JSON.parse(await readFile(file, 'utf8')) as Item[];

                export function total(items: readonly Item[]): number {
                  return items.reduce((sum, { price }) => sum + price, 0);
                }

                const line = `total: ${total([])} cents`;
                /^\\d+$/u.test(line);
                """);
        texts.put("rust", """
                use std::fmt;

                /// Prices in cents.
                #[derive(Debug, Clone)]
                pub struct Basket<'a> {
                    items: Vec<&'a Item>,
                }

                impl Basket<'_> {
                    pub fn total(&self) -> u64 {
                        self.prices().map(|i| *i).sum()
                    }
                }

                fn main() { println!("{}", 0xFF_u8); }
                """);
        texts.put("sql", """
                -- The ten best customers of a year
                SELECT c.name,
                       COUNT(*) AS orders,
                       SUM(o.price) / 100.0 AS total
                FROM customer AS c
                JOIN orders AS o ON o.customer_id = c.id
                WHERE o.placed >= '2026-01-01'
                  AND o.state IN ('paid', 'sent')
                GROUP BY c.name
                HAVING SUM(o.price) > 5000
                ORDER BY total DESC
                LIMIT 10;
                """);
        texts.put("html", """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <title>Basket</title>
                </head>
                <body>
                  <!-- no fee -->
                  <ul class="items" data-limit="50">
                    <li>Tea &amp; milk</li>
                    <li><a href="/basket">Basket</a></li>
                  </ul>
                </body>
                </html>
                """);
        return texts;
    }

    @Start
    void start(Stage stage) {
        Fonts.load();
        var grid = new GridPane(1, 1);
        TEXTS.forEach((name, text) -> {
            var language = Languages.named(name).orElseThrow();
            var editor = CodeEditor.editable("picture-" + name, new LexerHighlighter());
            editor.languageProperty().set(language);
            editor.replaceAll(text);
            var pane = new VBox(6, new Label(language.name()), editor);
            pane.setStyle("-fx-padding: 8;");
            VBox.setVgrow(editor, Priority.ALWAYS);
            GridPane.setVgrow(pane, Priority.ALWAYS);
            GridPane.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(430);
            grid.add(pane, editors.size() % COLUMNS, editors.size() / COLUMNS);
            editors.put(name, editor);
        });
        scene = new Scene(grid, 1280, 820);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        robot.interact(() -> editors.values().forEach(CodeEditor::close));
    }

    @Test
    void sixLanguagesInBothThemes() throws Exception {
        eventually(() -> TEXTS.keySet().stream().allMatch(this::isColoured)
                && !editors.get(BROKEN).errors().isEmpty());
        for (var dark : List.of(false, true)) {
            robot.interact(() -> theme(dark));
            var picture = Screenshot.take(scene, "languages-" + (dark ? "dark" : "light"));
            assertThat(Files.size(picture)).isGreaterThan(10_000);
        }
        assertThat(editors.get(BROKEN).errors()).hasSize(1);
    }

    private boolean isColoured(String name) {
        var area = robot.lookup("#picture-" + name).queryAs(CodeArea.class);
        return area.getStyleSpans(0, area.getLength()).getSpanCount() > 20;
    }

    private void theme(boolean dark) {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(List.of(dark ? "dark.css" : "light.css", "base.css").stream()
                        .map(StyleSheets::named)
                        .toList());
    }
}
