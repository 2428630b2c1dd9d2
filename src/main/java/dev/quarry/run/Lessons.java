package dev.quarry.run;

/// Takes note of what a service taught by refusing it. May be called from any thread.
@FunctionalInterface
public interface Lessons {

    /// Forgets at once.
    Lessons NONE = (model, parameter, together) -> {};

    /// A model refused a parameter.
    ///
    /// @param model as the request named it
    /// @param together whether it was refused only because both temperature and top-p were sent
    void learn(String model, InferenceParameter parameter, boolean together);
}
