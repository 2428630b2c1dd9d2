package dev.quarry.ui.conversation;

/// An answer of a conversation, as a text with a label: what a diff of two versions needs.
///
/// @param label such as `2 · use streams`
/// @param text the code of the answer, or the answer where it holds no code
public record Version(String label, String text) {}
