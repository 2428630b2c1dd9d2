package dev.quarry.history;

/// Where a run was asked for.
public enum Origin {
    WINDOW,
    COMMAND_LINE
}
