package dev.quarry.run;

/// How soon and at what price the service works on a request. On the command line and on the wire in lower case.
public enum ServiceTier {
    /// Cheaper, and may wait.
    FLEX,
    DEFAULT,
    /// Dearer, and goes before others.
    PRIORITY
}
