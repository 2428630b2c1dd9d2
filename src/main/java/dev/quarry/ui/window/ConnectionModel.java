package dev.quarry.ui.window;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.Connections;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which connection runs go to. Opened in the background, and changed only when the user says so. FX thread only.
public final class ConnectionModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionModel.class);

    private final Connections connections;
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<@Nullable ModelConnection> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper(Texts.of("connection.none"));
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private long opens;

    /// @param onProblem told one sentence when a connection cannot be opened
    ConnectionModel(Connections connections, Consumer<String> onProblem) {
        this.connections = connections;
        this.onProblem = onProblem;
    }

    /// Opens a connection in the place of the one that is there. When that fails, the one that is there stays.
    void open(ConnectionOptions options) {
        var open = ++opens;
        label.set(Texts.of("connection.opening"));
        opening.set(true);
        Thread.ofVirtual().name("open-connection").start(() -> {
            try {
                var opened = connections.open(options);
                opened.warm();
                FxThread.LATER.execute(() -> take(opened, open));
            } catch (RunException e) {
                LOG.warn("no connection: {}", e.reason());
                FxThread.LATER.execute(() -> failed(e.sentence(), open));
            }
        });
    }

    private void take(ModelConnection opened, long open) {
        if (open != opens) {
            close(opened);
            return;
        }
        var before = current.get();
        current.set(opened);
        label.set(opened.label());
        opening.set(false);
        if (before != null) {
            close(before);
        }
    }

    private void failed(String sentence, long open) {
        if (open == opens) {
            var still = current.get();
            label.set(still == null ? Texts.of("connection.none") : still.label());
            opening.set(false);
            onProblem.accept(sentence);
        }
    }

    // Closing waits for sockets, so never on the FX thread.
    private static void close(ModelConnection connection) {
        Thread.ofVirtual().name("close-connection").start(connection::close);
    }

    /// Null while none is open.
    ReadOnlyObjectProperty<@Nullable ModelConnection> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether one is being opened.
    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    ReadOnlyStringProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    @Override
    public void close() {
        opens++;
        var last = current.get();
        if (last != null) {
            last.close();
        }
    }
}
