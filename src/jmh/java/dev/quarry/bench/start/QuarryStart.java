package dev.quarry.bench.start;

import dev.quarry.app.Main;
import java.io.IOException;

/// The application as its users start it.
public final class QuarryStart {

    private QuarryStart() {}

    public static void main(String[] arguments) throws IOException {
        Usable.tell();
        Main.main(arguments);
    }
}
