package dev.quarry.model;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionDoctor;
import dev.quarry.run.SignIns;
import java.util.List;
import java.util.function.Supplier;

/// What window and command line know of accounts besides running something on them.
///
/// @param profiles the names in the AWS configuration files; blocks while they are read
public record Accounts(
        ModelCatalogs catalogs,
        KnownModels known,
        ModelRules rules,
        ApiKeys apiKeys,
        Supplier<SignIns> signIns,
        ConnectionDoctor doctor,
        Supplier<List<String>> profiles) {}
