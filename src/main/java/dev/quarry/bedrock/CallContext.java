package dev.quarry.bedrock;

import dev.quarry.run.RunRequest;
import java.time.Duration;
import java.util.stream.Stream;

/// What an error sentence may name, and what it must not quote.
record CallContext(RunRequest request, Account account, Duration idle) {

    /// So many characters in a row that are also in the prompt are taken for a quotation of it.
    private static final int QUOTATION = 16;

    String model() {
        return request.model();
    }

    String region() {
        return account.region().id();
    }

    /// Such as `of the AWS profile "dev"`.
    String credentials() {
        return owner(account.credentials());
    }

    static String owner(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Keys keys when !keys.profile().isEmpty() -> "of the AWS profile `" + keys.profile() + "`";
            case Credentials.Keys keys -> "of the " + keys.label();
            case Credentials.ApiKey _ -> "of the API key";
            case Credentials.None _ -> "of this endpoint";
        };
    }

    /// The command that renews the credentials, to be put into a sentence.
    static String renewal(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Keys keys
            when !keys.profile().isEmpty() ->
                "Sign in again with `aws sso login --profile " + keys.profile() + "`, or renew its keys";
            case Credentials.ApiKey _ -> "Create a new API key in the Amazon Bedrock console";
            case Credentials.Keys _, Credentials.None _ -> "Renew them";
        };
    }

    /// Whether a text from outside repeats a part of what was asked, which is then neither shown nor logged.
    boolean quotesPrompt(String text) {
        var prompts = Stream.concat(
                        Stream.of(request.system()), request.messages().stream().map(message -> message.text()))
                .filter(prompt -> !prompt.isBlank())
                .toList();
        if (prompts.stream().anyMatch(prompt -> prompt.length() < QUOTATION && text.contains(prompt.strip()))) {
            return true;
        }
        for (var start = 0; start + QUOTATION <= text.length(); start++) {
            var part = text.substring(start, start + QUOTATION);
            if (prompts.stream().anyMatch(prompt -> prompt.contains(part))) {
                return true;
            }
        }
        return false;
    }
}
