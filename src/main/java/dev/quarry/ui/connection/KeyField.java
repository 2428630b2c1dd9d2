package dev.quarry.ui.connection;

import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ApiKeys.Keep;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the API key that was entered. FX thread only; the keychain is asked in the background, since the system may
/// ask the user to unlock it.
final class KeyField {
    private final ApiKeys keys;
    private final ConnectionForm form;
    private final Consumer<Boolean> wait;
    private final Consumer<String> warn;

    /// @param wait told whether the keychain is being asked
    /// @param warn told a sentence for the user
    KeyField(ApiKeys keys, ConnectionForm form, Consumer<Boolean> wait, Consumer<String> warn) {
        this.keys = keys;
        this.form = form;
        this.wait = wait;
        this.warn = warn;
    }

    /// Keeps it, and goes on. Where the keychain takes no key, the user is told, and goes on by asking again. A field
    /// that was left empty keeps the key that is there, also under another name.
    ///
    /// @param before the name that the connection had; null for a new one
    void keep(ConnectionOptions options, @Nullable String before, Runnable then) {
        var name = options.name();
        var entered = form.apiKey.getText().strip();
        if (options.access().source() != Access.Source.API_KEY
                || name == null
                || (entered.isEmpty() && (before == null || before.equals(name)))) {
            then.run();
            return;
        }
        var where = form.keepKey.isSelected() ? Keep.KEYCHAIN : Keep.SITTING;
        wait.accept(true);
        Thread.ofVirtual().name("keep-key").start(() -> {
            var key = entered.isEmpty() && before != null ? keys.find(before) : Optional.of(entered);
            var kept = key.map(found -> keys.store(name, found, where)).orElse(where);
            FxThread.LATER.execute(() -> {
                wait.accept(false);
                if (kept == where) {
                    form.apiKey.clear();
                    then.run();
                } else {
                    form.keepKey.setSelected(false);
                    warn.accept(Texts.of("connect.notKept"));
                }
            });
        });
    }

    /// Lets go of the key under the name that the connection had, where it has another one or needs none now.
    void letGo(ConnectionOptions options, @Nullable String before) {
        if (before != null
                && (!before.equals(options.name()) || options.access().source() != Access.Source.API_KEY)) {
            Thread.ofVirtual().name("forget-key").start(() -> keys.forget(before));
        }
    }
}
