package dev.quarry.history;

/// How much is kept; pinned runs always are. Zero means no limit.
///
/// @param days older runs go
/// @param megabytes the oldest runs go when the texts are larger in sum
public record Retention(int days, int megabytes) {

    public static final Retention FOR_EVER = new Retention(0, 0);

    public Retention {
        if (days < 0 || megabytes < 0) {
            throw new IllegalArgumentException("a limit is at least 0: " + days + ", " + megabytes);
        }
    }
}
