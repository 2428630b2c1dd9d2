package dev.quarry.model;

import dev.quarry.run.RunException;

/// Asks one place which models it has.
public interface ModelCatalog {

    /// The connection and the region, in the words of the connection's label; two places never share one.
    String place();

    /// Asks the service. Blocks its caller for up to half a minute.
    ///
    /// @throws RunException why nothing was listed; the message names the permission that is missing, if one is
    ModelList fetch() throws RunException;
}
