package dev.quarry.ui.conversation;

import dev.quarry.context.ContextException;
import dev.quarry.context.ContextReader;
import dev.quarry.context.ContextSet;
import dev.quarry.ui.fx.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The files that are read along. Files are read in the background. FX thread only.
public final class ContextModel {
    private final ObjectProperty<ContextSet> files = new SimpleObjectProperty<>(ContextSet.NONE);
    private final Consumer<String> onProblem;

    /// @param onProblem told one sentence when files cannot be taken
    public ContextModel(Consumer<String> onProblem) {
        this.onProblem = onProblem;
    }

    public ObjectProperty<ContextSet> filesProperty() {
        return files;
    }

    /// What stands before the prompt; empty without files.
    public String prompt() {
        return files.get().prompt();
    }

    /// Adds files, and what is in folders. What is too much as a whole changes nothing.
    public void add(List<Path> picked) {
        Thread.ofVirtual().name("read-context").start(() -> {
            try {
                var read = ContextReader.read(picked);
                FxThread.LATER.execute(() -> take(read));
            } catch (ContextException e) {
                FxThread.LATER.execute(() -> onProblem.accept(e.sentence()));
            }
        });
    }

    private void take(ContextSet read) {
        var all = files.get().with(read);
        if (all.tokens() > ContextReader.MOST_TOKENS) {
            onProblem.accept(ContextReader.tooMuch());
        } else {
            files.set(all);
        }
    }
}
