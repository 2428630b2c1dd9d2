package dev.quarry.bedrock;

/// The machine slept while a stream was open, for longer than a stream may be silent.
final class Overslept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overslept() {
        super("the machine slept for longer than a stream may be silent");
    }
}
