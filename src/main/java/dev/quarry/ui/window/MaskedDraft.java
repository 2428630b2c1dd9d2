package dev.quarry.ui.window;

import dev.quarry.history.Draft;
import dev.quarry.secret.SecretScanner;
import dev.quarry.secret.Vault;

/// Drafts as they may be written down. What a credential was is not known any more when one comes back: its placeholder
/// stands there.
final class MaskedDraft {
    private MaskedDraft() {}

    /// Takes a tenth of a second for a million characters; for any thread.
    static Draft of(Draft draft) {
        var found = new Vault();
        found.keep(draft.input(), SecretScanner.scan(draft.input()));
        draft.values().values().forEach(value -> found.keep(value, SecretScanner.scan(value)));
        return new Draft(draft.task(), found.mask(draft.values()), draft.language(), found.mask(draft.input()));
    }

    static boolean isMasked(Draft draft) {
        return Vault.isMasked(draft.input()) || draft.values().values().stream().anyMatch(Vault::isMasked);
    }
}
