package dev.quarry.ui.connection;

import dev.quarry.model.Accounts;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.SavedConnections;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.net.URI;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Sets a connection up, or changes one. FX thread only.
public final class ConnectionDialog {
    private static final ButtonType USE = new ButtonType(Texts.of("connect.use"), ButtonData.OK_DONE);
    private static final ButtonType CHECK = new ButtonType(Texts.of("connect.check"), ButtonData.LEFT);
    private static final ButtonType DELETE = new ButtonType(Texts.of("connect.delete"), ButtonData.LEFT);

    /// What the window does with it.
    ///
    /// @param save told the name it had, null for a new one, and what it is now
    /// @param delete told the name
    /// @param examine told what is entered
    /// @param browser opens an address
    public record Doings(
            java.util.function.BiConsumer<@Nullable String, ConnectionOptions> save,
            Consumer<String> delete,
            Consumer<ConnectionOptions> examine,
            Consumer<URI> browser) {}

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Banner banner = new Banner("connect-banner");
    private final ConnectionForm form;
    private final SignInLine signIn;
    private final KeyField keys;
    private final Accounts accounts;
    private final SavedConnections all;
    private final @Nullable String before;
    private final Doings doings;

    private ConnectionDialog(
            Accounts accounts,
            SavedConnections all,
            ConnectionOptions options,
            @Nullable String before,
            Doings doings) {
        this.accounts = accounts;
        this.all = all;
        this.before = before;
        this.doings = doings;
        form = new ConnectionForm(options);
        keys = new KeyField(accounts.apiKeys(), form, this::wait, this::warn);
        signIn = new SignInLine(accounts.signIns(), doings.browser());
    }

    /// Opens it.
    ///
    /// @param all among which the name has to be its own
    /// @param change the one to change; null for a new one
    public static void show(
            Window owner, Accounts accounts, SavedConnections all, @Nullable ConnectionOptions change, Doings doings) {
        var options = change == null ? ConnectionOptions.bedrock(null, null, null) : change;
        new ConnectionDialog(accounts, all, options, change == null ? null : change.name(), doings).open(owner);
    }

    private void open(Window owner) {
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of(before == null ? "connect.title.new" : "connect.title"));
        var pane = dialog.getDialogPane();
        pane.setId("connection-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("connection-dialog");
        pane.setContent(new VBox(10, banner, form.node(), signIn));
        pane.getButtonTypes().setAll(CHECK, USE, ButtonType.CANCEL);
        if (before != null) {
            pane.getButtonTypes().add(DELETE);
        }
        button(USE).setId("connect-use");
        button(CHECK).setId("connect-check");
        on(USE, () -> entered(this::use));
        on(
                CHECK,
                () -> entered(options ->
                        keys.keep(options, before, () -> doings.examine().accept(options))));
        if (before != null) {
            button(DELETE).setId("connect-delete");
            on(DELETE, () -> {
                doings.delete().accept(before);
                dialog.close();
            });
        }
        dialog.setOnHidden(event -> signIn.close());
        form.kind.valueProperty().addListener((o, was, is) -> lookAtSignIn());
        pane.focusWithinProperty().addListener((o, was, is) -> lookAtSignIn());
        Thread.ofVirtual().name("list-profiles").start(() -> {
            var names = accounts.profiles().get();
            FxThread.LATER.execute(() -> form.setProfiles(names));
        });
        dialog.show();
        form.name.requestFocus();
        lookAtSignIn();
    }

    private void lookAtSignIn() {
        try {
            signIn.look(form.options());
        } catch (ConnectionForm.Mistake e) {
            signIn.hide(); // nothing to sign in to yet; pressing a button says what is missing
        }
    }

    private void entered(Consumer<ConnectionOptions> then) {
        try {
            var options = form.options();
            var name = String.valueOf(options.name());
            if (!SavedConnections.isName(name)) {
                throw new ConnectionForm.Mistake(Texts.of("connect.noName"));
            }
            if (!name.equals(before) && all.named(name).isPresent()) {
                throw new ConnectionForm.Mistake(Texts.of("connect.sameName", name));
            }
            banner.hide();
            then.accept(options);
        } catch (ConnectionForm.Mistake e) {
            warn(String.valueOf(e.getMessage()));
        }
    }

    private void warn(String sentence) {
        banner.show(Banner.Level.WARNING, sentence);
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private void use(ConnectionOptions options) {
        keys.keep(options, before, () -> {
            doings.save().accept(before, options);
            keys.letGo(options, before);
            dialog.close();
        });
    }

    /// The keychain may be asking the user to unlock it.
    private void wait(boolean waiting) {
        button(USE).setDisable(waiting);
        button(CHECK).setDisable(waiting);
    }

    private Node button(ButtonType type) {
        return dialog.getDialogPane().lookupButton(type);
    }

    /// The dialog stays open until the body closes it.
    private void on(ButtonType type, Runnable body) {
        ((Button) button(type)).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            body.run();
        });
    }
}
