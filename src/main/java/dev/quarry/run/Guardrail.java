package dev.quarry.run;

/// A guardrail of the account, which checks what is asked and answered.
///
/// @param id its ID or ARN
/// @param version a number, or `DRAFT`
public record Guardrail(String id, String version) {

    public Guardrail {
        if (id.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a guardrail has an ID and a version");
        }
    }
}
