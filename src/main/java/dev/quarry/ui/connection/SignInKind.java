package dev.quarry.ui.connection;

import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.ui.control.Texts;

/// The ways to sign in, as the user tells them apart.
enum SignInKind {
    CHAIN,
    PROFILE,
    SSO,
    API_KEY,
    ENVIRONMENT,
    PROCESS;

    static SignInKind of(ConnectionOptions options) {
        return switch (options.access().source()) {
            case USUAL -> options.profile() == null ? CHAIN : PROFILE;
            case SSO -> SSO;
            case API_KEY -> API_KEY;
            case ENVIRONMENT -> ENVIRONMENT;
            case PROCESS -> PROCESS;
        };
    }

    Access.Source source() {
        return switch (this) {
            case CHAIN, PROFILE -> Access.Source.USUAL;
            case SSO -> Access.Source.SSO;
            case API_KEY -> Access.Source.API_KEY;
            case ENVIRONMENT -> Access.Source.ENVIRONMENT;
            case PROCESS -> Access.Source.PROCESS;
        };
    }

    @Override
    public String toString() {
        return Texts.of("signIn." + name());
    }
}
