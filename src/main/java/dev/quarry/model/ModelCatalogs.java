package dev.quarry.model;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;

/// Opens catalogs. Window and command line know no other way to one.
public interface ModelCatalogs {

    /// Blocks the caller while credentials are looked for; asks the service nothing.
    ///
    /// @throws RunException when there is no such account, or the connection is one without a list of models
    ModelCatalog of(ConnectionOptions options) throws RunException;
}
