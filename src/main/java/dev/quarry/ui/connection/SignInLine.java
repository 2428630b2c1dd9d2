package dev.quarry.ui.connection;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.SignIns;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How it stands with the sign-in of a connection, and a button that signs in. FX thread only; the network is
/// asked in the background.
final class SignInLine extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);

    private final Supplier<SignIns> signIns;
    private final Consumer<URI> browser;
    private final Label state = new Label();
    private final Button button = new Button(Texts.of("signIn.button"), Buttons.icon(Feather.LOG_IN));
    private @Nullable Thread running;
    private @Nullable ConnectionOptions shown;

    /// @param browser opens an address
    SignInLine(Supplier<SignIns> signIns, Consumer<URI> browser) {
        this.signIns = signIns;
        this.browser = browser;
        getStyleClass().add("sign-in");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("sign-in-state");
        state.setWrapText(true);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        button.setId("sign-in");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> signIn());
        getChildren().setAll(state, button);
        hide();
    }

    /// Nothing is to be signed in to.
    void hide() {
        setVisible(false);
        setManaged(false);
        fit();
    }

    /// What comes and goes here must not push the buttons under it out of the window.
    private void fit() {
        if (getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().sizeToScene();
        }
    }

    /// Looks how it stands with another connection.
    void look(ConnectionOptions options) {
        shown = options;
        Thread.ofVirtual().name("sign-in-state").start(() -> {
            try {
                var found = signIns.get().state(options);
                FxThread.LATER.execute(() -> {
                    if (options.equals(shown)) {
                        found.ifPresentOrElse(this::show, this::hide);
                    }
                });
            } catch (RunException e) {
                FxThread.LATER.execute(() -> say(e.sentence()));
            }
        });
    }

    private void show(SignIns.State found) {
        var until = found.expiresAt();
        say(
                found.isSignedIn() && until != null
                        ? Texts.of("signIn.until", TIME.format(until.atZone(ZoneId.systemDefault())))
                        : until == null ? Texts.of("signIn.never") : Texts.of("signIn.expired"));
    }

    private void say(String sentence) {
        state.setText(sentence);
        setVisible(true);
        setManaged(true);
        fit();
    }

    private void signIn() {
        var options = shown;
        if (options == null) {
            return;
        }
        button.setDisable(true);
        say(Texts.of("signIn.starting"));
        running = Thread.ofVirtual().name("sign-in").start(() -> {
            try {
                signIns.get()
                        .signIn(
                                options,
                                prompt -> FxThread.LATER.execute(() -> {
                                    say(
                                            prompt.code().isEmpty()
                                                    ? Texts.of("signIn.browser")
                                                    : Texts.of("signIn.confirm", prompt.code()));
                                    browser.accept(prompt.address());
                                }));
                FxThread.LATER.execute(() -> {
                    button.setDisable(false);
                    look(options);
                });
            } catch (RunException e) {
                FxThread.LATER.execute(() -> {
                    button.setDisable(false);
                    say(e.sentence());
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the dialog was closed
            }
        });
    }

    /// Gives up what is under way.
    void close() {
        if (running != null) {
            running.interrupt();
        }
    }
}
