package dev.quarry.ui.window;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Beside Run: where a run goes, and the ways to have it go elsewhere. Decides nothing.
final class ConnectionPicker {

    private ConnectionPicker() {}

    /// @param onPick told which kind of connection was picked
    static MenuButton build(ConnectionModel connection, Consumer<Settings.Connection.Kind> onPick) {
        var picker = new MenuButton();
        picker.setId("connection");
        picker.textProperty().bind(connection.labelProperty());
        picker.setGraphic(Buttons.icon(Feather.CLOUD));
        picker.getStyleClass().addAll("flat", "connection");
        picker.setTooltip(new Tooltip(Texts.of("connection.hint")));
        var bedrock = new MenuItem(Texts.of("connection.useBedrock"));
        bedrock.setOnAction(event -> onPick.accept(Settings.Connection.Kind.BEDROCK));
        var samples = new MenuItem(Texts.of("connection.useSamples"));
        samples.setOnAction(event -> onPick.accept(Settings.Connection.Kind.SAMPLES));
        picker.getItems().addAll(bedrock, samples);
        return picker;
    }

    /// What the settings say of the connection, as it is asked for.
    static ConnectionOptions options(Settings.Connection wanted) {
        var kind = switch (wanted.kind()) {
            case AUTOMATIC -> null;
            case BEDROCK -> ConnectionOptions.Kind.BEDROCK;
            case SAMPLES -> ConnectionOptions.Kind.SAMPLES;
        };
        return new ConnectionOptions(kind, wanted.profile(), wanted.region(), wanted.endpoint());
    }
}
