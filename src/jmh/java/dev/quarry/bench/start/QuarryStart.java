package dev.quarry.bench.start;

import dev.quarry.app.Main;

/// The application as its users start it.
public final class QuarryStart {

    private QuarryStart() {}

    public static void main(String[] arguments) {
        Usable.tell();
        Main.main(arguments);
    }
}
