package dev.quarry.ui.window;

import dev.quarry.ui.control.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The registry of actions: everything the user can do, in the order of the menus. FX thread only.
final class WindowActions {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    Action add(Action action) {
        if (actions.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("two actions are called " + action.id());
        }
        var shortcut = action.shortcut();
        for (var other : actions.values()) {
            if (!other.id().equals(action.id()) && shortcut != null && shortcut.equals(other.shortcut())) {
                throw new IllegalArgumentException(other.id() + " and " + action.id() + " have one shortcut");
            }
        }
        return action;
    }

    /// @throws IllegalArgumentException when there is none of that ID
    Action get(String id) {
        var action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + id);
        }
        return action;
    }

    List<Action> all() {
        return List.copyOf(actions.values());
    }

    List<Action> all(String... ids) {
        return List.of(ids).stream().map(this::get).toList();
    }
}
