package dev.quarry.ui.window;

import dev.quarry.money.Dollars;
import dev.quarry.money.Quote;
import dev.quarry.money.Spending;
import dev.quarry.money.TokenCount;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.run.RunModel;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The request that would be sent now, to the letter, with what it takes and may cost; while a run goes on,
/// the one that was sent. Looks after changes of the panes, and has tokens counted, only while it is seen. FX
/// thread only.
final class RequestPane extends BorderPane {
    private static final Duration INTERVAL = Duration.millis(400);
    private static final Executor BACKGROUND =
            task -> Thread.ofVirtual().name("count-tokens").start(task);

    private final CodeEditor text;
    private final Workbench workbench;
    private final ConnectionModel connection;
    private final RunModel run;
    private final Label summary = new Label();
    private final Timeline looking = new Timeline(new KeyFrame(INTERVAL, event -> look()));
    private @Nullable RunRequest shown;
    private @Nullable Asked seen; // to look for credentials in what has changed only

    private RequestPane(CodeEditor text, Workbench workbench, ConnectionModel connection, RunModel run) {
        this.text = text;
        this.workbench = workbench;
        this.connection = connection;
        this.run = run;
    }

    static RequestPane build(CodeEditor text, Workbench workbench, ConnectionModel connection, RunModel run) {
        var pane = new RequestPane(text, workbench, connection, run);
        pane.summary.setId("request-summary");
        pane.summary.setWrapText(true);
        pane.summary.setMaxWidth(Double.MAX_VALUE);
        pane.summary.getStyleClass().add("request-summary");
        pane.setTop(pane.summary);
        pane.setCenter(text);
        pane.looking.setCycleCount(Animation.INDEFINITE);
        pane.visibleProperty().addListener((o, was, is) -> {
            if (is) {
                pane.shown = null;
                pane.seen = null;
                pane.look();
                pane.looking.play();
            } else {
                pane.looking.stop();
            }
        });
        run.requestProperty().addListener((o, was, is) -> {
            if (pane.isVisible()) {
                pane.look();
            } else if (is != null) {
                text.replaceAll(RequestText.of(is));
            }
        });
        return pane;
    }

    private void look() {
        if (run.running().get()) {
            seen = null;
            show(run.requestProperty().get());
            return;
        }
        var next = workbench.preview().orElse(null);
        if (next == null) {
            seen = null;
            show(null);
        } else if (!next.equals(seen)) {
            seen = next;
            show(workbench.gate().previewed(next.request(), next.input()));
        }
    }

    private void show(@Nullable RunRequest next) {
        if (next == null) {
            shown = null;
            text.replaceAll("");
            summary.setText(Texts.of("request.nothing"));
        } else if (!next.equals(shown)) {
            shown = next;
            text.replaceAll(RequestText.of(next));
            summary.setText("");
            var to = connection.currentProperty().get();
            if (to != null) {
                measure(next, to);
            }
        }
    }

    private void measure(RunRequest request, ModelConnection to) {
        var _ = workbench
                .gate()
                .spending()
                .thenApplyAsync(
                        purse -> words(purse.quote(request, SendGate.count(to, request)), purse, to), BACKGROUND)
                .thenAcceptAsync(
                        words -> {
                            if (request.equals(shown)) {
                                summary.setText(words);
                            }
                        },
                        FxThread.LATER);
    }

    private static String words(Quote quote, Spending spending, ModelConnection to) {
        var tokens = quote.input().source() == TokenCount.Source.COUNTED
                ? Texts.of("request.tokens.counted", quote.input().tokens())
                : Texts.of("request.tokens.estimated", quote.input().tokens());
        if (to.onlyModel().isPresent()) {
            return Texts.of("request.free", tokens);
        }
        var least = quote.leastMicros();
        var most = quote.mostMicros();
        if (least == null) {
            return Texts.of("request.noPrice", tokens);
        }
        return most == null
                ? Texts.of("request.priceFrom", tokens, Dollars.of(least), spending.priceDate())
                : Texts.of("request.price", tokens, Dollars.of(least), Dollars.of(most), spending.priceDate());
    }
}
