package dev.quarry.e2e;

import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.testfx.api.FxRobot;

/// The window's menus, as a user goes through them.
final class MenuItems {

    private MenuItems() {}

    /// The item of that ID or words. FX thread only.
    static MenuItem find(FxRobot robot, String idOrWords) {
        return robot.lookup(node -> node instanceof MenuBar).<MenuBar>query().getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> idOrWords.equals(item.getId()) || idOrWords.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    static void choose(FxRobot robot, String idOrWords) {
        robot.interact(() -> find(robot, idOrWords).fire());
    }
}
