package dev.quarry.ui.window;

import dev.quarry.model.Accounts;
import dev.quarry.model.ModelList;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.settings.ModelChoice;
import dev.quarry.settings.SavedConnections;
import dev.quarry.ui.connection.ConnectionDialog;
import dev.quarry.ui.connection.DoctorDialog;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.task.TaskModel;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything about connections in the window: which is used, setting them up, having them examined, and the list
/// of models that each has. FX thread only; disk and network are asked in the background.
final class ConnectionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private final Accounts accounts;
    private final ConnectionModel connection;
    private final TaskModel task;
    private final KeptSettings kept;
    private final Stage stage;
    private final Consumer<URI> browser;
    private long asks;

    ConnectionDesk(
            Accounts accounts,
            ConnectionModel connection,
            TaskModel task,
            KeptSettings kept,
            Stage stage,
            Consumer<URI> browser) {
        this.accounts = accounts;
        this.connection = connection;
        this.task = task;
        this.kept = kept;
        this.stage = stage;
        this.browser = browser;
        task.refreshProperty().set(() -> askForModels(true));
        connection.currentProperty().addListener((o, was, is) -> {
            if (is != null && is.onlyModel().isEmpty()) {
                askForModels(false);
            }
        });
    }

    /// Puts back what was chosen of models and parameters, and from now on keeps it.
    void restore() {
        task.favourites().setAll(kept.now().favouriteModels());
        task.choicesProperty().set(kept.now().parameters());
        task.favourites().addListener((ListChangeListener<String>) change -> {
            kept.change(s -> s.withFavouriteModels(task.favourites()));
            kept.keep();
        });
        task.choicesProperty().addListener((o, was, is) -> kept.change(s -> s.withParameters(is)));
    }

    Node picker() {
        return ConnectionPicker.build(
                connection,
                this::saved,
                new ConnectionPicker.Doings(this::use, () -> edit(null), this::edit, this::examine));
    }

    private SavedConnections saved() {
        return kept.now().connections();
    }

    /// Opens what the settings say.
    void open() {
        if (!accounts.rules().isLoaded()) {
            Thread.ofVirtual().name("load-rules").start(() -> {
                accounts.rules().load();
                FxThread.LATER.execute(task::rulesChanged);
            });
        }
        connection.open(saved().activeOptions());
    }

    private void use(String name) {
        kept.change(settings -> settings.withConnections(settings.connections().activate(name)));
        kept.keep();
        open();
    }

    private void edit(@Nullable String name) {
        ConnectionDialog.show(
                stage,
                accounts,
                saved(),
                name == null ? null : saved().named(name).orElse(null),
                new ConnectionDialog.Doings(this::save, this::delete, this::examine, browser));
    }

    private void save(@Nullable String before, ConnectionOptions options) {
        kept.change(settings -> settings.withConnections(
                settings.connections().put(before, options).activate(options.name())));
        kept.keep();
        open();
    }

    private void delete(String name) {
        kept.change(settings -> settings.withConnections(settings.connections().without(name)));
        kept.keep();
        Thread.ofVirtual().name("forget-key").start(() -> accounts.apiKeys().forget(name));
        open();
    }

    private void examine() {
        examine(saved().activeOptions());
    }

    private void examine(ConnectionOptions options) {
        var model = task.modelProperty().get().strip();
        DoctorDialog.show(stage, accounts.doctor(), options, model.isEmpty() ? ModelChoice.DEFAULT : model);
    }

    /// Shows the list that was kept at once, and a new one when it is there.
    ///
    /// @param anew whether the service is asked however new the kept list is
    private void askForModels(boolean anew) {
        var ask = ++asks;
        var options = saved().activeOptions();
        if (!anew) {
            task.setModels(ModelList.NONE);
        }
        task.modelsNoteProperty().set(Texts.of("models.asking"));
        Thread.ofVirtual().name("list-models").start(() -> {
            try {
                var catalog = accounts.catalogs().of(options);
                var old = accounts.known().kept(catalog);
                show(ask, old, anew ? Texts.of("models.asking") : note(old, null));
                if (anew || accounts.known().isStale(old)) {
                    var fresh = accounts.known().refreshed(catalog);
                    show(ask, fresh.list(), note(fresh.list(), fresh.problem()));
                }
            } catch (RunException e) {
                LOG.info("no models: {}", e.reason());
                show(ask, ModelList.NONE, e.sentence());
            }
        });
    }

    private void show(long ask, ModelList list, String note) {
        FxThread.LATER.execute(() -> {
            if (ask == asks) {
                task.setModels(list);
                task.modelsNoteProperty().set(note);
            }
        });
    }

    private static String note(ModelList list, @Nullable String problem) {
        if (problem != null) {
            return list.isKnown() ? Texts.of("models.old", day(list), problem) : problem;
        }
        return list.note() == null ? "" : list.note();
    }

    private static String day(ModelList list) {
        return DAY.format(LocalDate.ofInstant(list.asOf(), ZoneId.systemDefault()));
    }
}
