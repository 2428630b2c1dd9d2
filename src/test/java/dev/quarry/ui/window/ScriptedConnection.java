package dev.quarry.ui.window;

import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A connection whose answers a test writes piece by piece while the run goes on.
final class ScriptedConnection implements ModelConnection {

    private sealed interface Step {}

    private record Emit(RunEvent event) implements Step {}

    private record End(Outcome outcome) implements Step {}

    private record Refuse(RunException error) implements Step {}

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    final List<RunRequest> requests = new ArrayList<>();

    void text(String piece) {
        steps.add(new Emit(new RunEvent.Text(piece)));
    }

    void emit(RunEvent event) {
        steps.add(new Emit(event));
    }

    void complete() {
        steps.add(new End(new Outcome.Complete("end_turn")));
    }

    void end(Outcome outcome) {
        steps.add(new End(outcome));
    }

    void refuse(RunException error) {
        steps.add(new Refuse(error));
    }

    @Override
    public String label() {
        return "Scripted";
    }

    @Override
    public void warm() {}

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        requests.add(request);
        while (true) {
            switch (steps.take()) {
                case Emit emit -> sink.accept(emit.event());
                case End end -> {
                    return end.outcome();
                }
                case Refuse refuse -> throw refuse.error();
            }
        }
    }

    @Override
    public void close() {}
}
