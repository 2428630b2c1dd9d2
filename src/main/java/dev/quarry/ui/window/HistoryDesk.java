package dev.quarry.ui.window;

import dev.quarry.history.Draft;
import dev.quarry.history.History;
import dev.quarry.history.HistoryException;
import dev.quarry.history.HistoryListener;
import dev.quarry.history.KeptRun;
import dev.quarry.history.Recovered;
import dev.quarry.history.Retention;
import dev.quarry.language.Languages;
import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.conversation.ContextModel;
import dev.quarry.ui.conversation.ConversationModel;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import dev.quarry.ui.history.HistoryController;
import dev.quarry.ui.history.HistoryList;
import dev.quarry.ui.history.HistoryModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Everything of the window that has to do with runs that were: lists them, brings them back, has new ones kept, and
/// offers what was left behind. FX thread only.
final class HistoryDesk implements AutoCloseable {
    private static final long DRAFT_PAUSE_MILLIS = 300;

    private final History history;
    private final Consumer<String> onProblem;
    private final HistoryModel model = new HistoryModel();
    private final HistoryController controller;
    private final ConversationModel conversation = new ConversationModel();
    private final ContextModel context;
    private final RunKeeper keeper;
    private final LatestWork<Optional<Draft>, Optional<Draft>> drafting;
    private Supplier<Optional<Draft>> draft = Optional::empty;
    private @Nullable Workbench workbench;
    private final Banner offer = new Banner("recovery-banner");
    private Consumer<String> restoreView = written -> {};

    HistoryDesk(History history, Consumer<String> onProblem) {
        this.history = history;
        this.onProblem = onProblem;
        controller = new HistoryController(model, history, onProblem);
        context = new ContextModel(onProblem);
        keeper = new RunKeeper(history, conversation);
        drafting = new LatestWork<>(
                "draft",
                DRAFT_PAUSE_MILLIS,
                () -> draft.get(),
                edited -> edited.map(MaskedDraft::of),
                masked -> masked.ifPresent(history::keepDraft));
    }

    RunKeeper keeper() {
        return keeper;
    }

    ContextModel context() {
        return context;
    }

    ConversationModel conversation() {
        return conversation;
    }

    HistoryModel model() {
        return model;
    }

    History history() {
        return history;
    }

    /// Shows what comes back.
    void attach(Workbench to) {
        workbench = to;
    }

    /// Offers what was left behind. Nothing else is said there: the offer is made once, and must not give way.
    Banner offer() {
        return offer;
    }

    /// @param write writes down how the panes look
    /// @param input what the input pane holds
    /// @param restore has them look like that again
    void attachPanes(Supplier<String> write, Supplier<String> input, Consumer<String> restore) {
        keeper.attach(write, input);
        restoreView = restore;
    }

    Region list() {
        return new HistoryList(model, controller, run -> controller.fetch(run.id(), this::bringBack));
    }

    /// Opens the history in the background; the window stands already.
    void open(Settings.History how) {
        model.keptProperty().set(how.kept());
        history.open(how.kept(), retention(how), new HistoryListener() {
            @Override
            public void changed() {
                FxThread.LATER.execute(controller::refresh);
            }

            @Override
            public void problem(String sentence) {
                FxThread.LATER.execute(() -> onProblem.accept(sentence));
            }

            @Override
            public void recovered(Recovered left) {
                FxThread.LATER.execute(() -> offer(left));
            }
        });
    }

    /// Other settings hold from now on.
    void change(Settings.History how) {
        model.keptProperty().set(how.kept());
        history.change(how.kept(), retention(how));
    }

    private static Retention retention(Settings.History how) {
        return new Retention(how.days(), how.megabytes());
    }

    private void bringBack(KeptRun run) {
        Thread.ofVirtual().name("read-conversation").start(() -> {
            try {
                var turns = history.conversation(run.conversation());
                FxThread.LATER.execute(() -> show(run, turns));
            } catch (HistoryException e) {
                FxThread.LATER.execute(() -> onProblem.accept(e.sentence()));
            }
        });
    }

    private void show(KeptRun run, List<KeptRun> turns) {
        if (workbench != null) {
            workbench.restore(run, turns);
            restoreView.accept(run.view());
        }
    }

    private void offer(Recovered left) {
        var restore = Action.of("recover", null, null, () -> {
            offer.hide();
            left.run()
                    .ifPresentOrElse(
                            run -> restore(run, left), () -> left.draft().ifPresent(this::fill));
        });
        var what = Texts.of(
                left.run().isEmpty()
                        ? "history.recovered.draft"
                        : left.draft().isEmpty() ? "history.recovered.run" : "history.recovered.both");
        var masked = left.draft().filter(MaskedDraft::isMasked).isPresent();
        offer.show(Banner.Level.NOTE, masked ? what + " " + Texts.of("history.recovered.masked") : what, restore);
    }

    private void restore(KeptRun run, Recovered left) {
        show(run, List.of(run));
        left.draft().ifPresent(this::fill);
    }

    private void fill(Draft draft) {
        if (workbench != null) {
            workbench.fill(
                    draft.task(),
                    draft.values(),
                    draft.input(),
                    Languages.named(draft.language()).orElse(Languages.PLAIN_TEXT));
        }
    }

    /// Has drafts kept of what is typed.
    ///
    /// @param now what is there; asked when it is kept
    /// @param known inputs that need no keeping
    void keepDrafts(Supplier<Draft> now, Predicate<String> known) {
        draft = () -> Optional.of(now.get()).filter(d -> !d.input().isBlank() && !known.test(d.input()));
    }

    /// The input was edited: it is kept soon, and while one types on, so that a window that is killed loses little
    /// of it.
    void edited() {
        drafting.request();
    }

    @Override
    public void close() {
        drafting.close();
        keeper.leave();
        controller.close();
    }
}
