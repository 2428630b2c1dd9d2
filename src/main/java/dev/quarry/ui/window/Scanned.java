package dev.quarry.ui.window;

import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import dev.quarry.secret.Finding;
import dev.quarry.secret.SecretScanner;
import dev.quarry.secret.Vault;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The credentials of a request: those of the input, whose lines the user can see, and those of other fields.
///
/// @param rest the texts of the request, the input's credentials taken out
record Scanned(String input, List<Finding> inInput, String rest, List<Finding> elsewhere) {
    private static final int MOST_NAMED = 4;

    static Scanned of(RunRequest request, String input) {
        var inInput = SecretScanner.scan(input);
        var known = new Vault();
        known.keep(input, inInput);
        var rest = known.mask(request.system() + "\n"
                + request.messages().stream().map(Message::text).collect(Collectors.joining("\n")));
        return new Scanned(input, inInput, rest, SecretScanner.scan(rest));
    }

    boolean isClean() {
        return inInput.isEmpty() && elsewhere.isEmpty();
    }

    int count() {
        return inInput.size() + elsewhere.size();
    }

    void keepIn(Vault vault) {
        vault.keep(input, inInput);
        vault.keep(rest, elsewhere);
    }

    /// What and where, such as `GitHub token in line 3`; the credentials themselves are not told.
    String places() {
        var places = new ArrayList<String>();
        inInput.forEach(f -> places.add(Texts.of("secrets.inLine", f.kind(), f.line())));
        elsewhere.forEach(f -> places.add(Texts.of("secrets.elsewhere", f.kind())));
        var named = String.join(", ", places.subList(0, Math.min(MOST_NAMED, places.size())));
        return places.size() > MOST_NAMED ? named + ", …" : named;
    }
}
