package dev.quarry.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Settings as earlier versions wrote them, put into the words of this one.
final class FormerSettings {
    private static final String CONNECTION = "connection";
    private static final String NAME = "Amazon Bedrock";

    private FormerSettings() {}

    /// There was one connection, without a name. What it chose becomes a connection that is used; the two that are
    /// always there need none. Where there are connections already, the former one is of no use any more.
    static void carryOver(ObjectNode file) {
        if (!(file.remove(CONNECTION) instanceof ObjectNode former) || file.has("connections")) {
            return;
        }
        var kind = former.path("kind").asText("automatic");
        former.remove("kind");
        former.properties().removeIf(entry -> entry.getValue().isNull());
        var connections = file.putObject("connections");
        if (kind.equalsIgnoreCase(SavedConnections.SAMPLES)) {
            connections.put("active", SavedConnections.SAMPLES);
        } else if (!former.isEmpty()) {
            var name = former.path("profile").asText("");
            former.put("name", SavedConnections.isName(name) ? name : NAME);
            if (!kind.equalsIgnoreCase("automatic")) {
                former.put("kind", kind);
            }
            connections
                    .put("active", former.path("name").asText())
                    .putArray("saved")
                    .add(former);
        } else if (kind.equalsIgnoreCase(SavedConnections.BEDROCK)) {
            connections.put("active", SavedConnections.BEDROCK);
        }
    }
}
