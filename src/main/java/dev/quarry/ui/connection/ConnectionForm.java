package dev.quarry.ui.connection;

import dev.quarry.run.Access;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.ui.control.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The fields of a connection; those that do not belong to the way of signing in are not there. FX thread only.
final class ConnectionForm {
    private final GridPane grid = new GridPane();
    final TextField name = new TextField();
    final ComboBox<SignInKind> kind = new ComboBox<>();
    private final ComboBox<String> profile = new ComboBox<>();
    private final TextField startUrl = new TextField();
    private final TextField ssoRegion = new TextField();
    private final TextField account = new TextField();
    private final TextField role = new TextField();
    final PasswordField apiKey = new PasswordField();
    final CheckBox keepKey = new CheckBox(Texts.of("connect.keepKey"));
    private final TextField command = new TextField();
    private final TextField roleArn = new TextField();
    private final TextField region = new TextField();
    private final TextField endpoint = new TextField();
    private final TextField controlEndpoint = new TextField();
    private final TextField proxy = new TextField();

    /// What is entered does not fit.
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        Mistake(String sentence) {
            super(sentence);
        }
    }

    ConnectionForm(ConnectionOptions options) {
        grid.getStyleClass().add("connection-form");
        kind.getItems().setAll(SignInKind.values());
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide);
        profile.setEditable(true);
        keepKey.setSelected(true);
        lay();
        fill(options);
        kind.valueProperty().addListener((o, was, is) -> showFields());
        showFields();
    }

    Node node() {
        return grid;
    }

    void setProfiles(List<String> names) {
        var typed = profile.getEditor().getText();
        profile.getItems().setAll(names);
        profile.getEditor().setText(typed);
    }

    private void lay() {
        var all = EnumSet.allOf(SignInKind.class);
        var withRole = EnumSet.complementOf(EnumSet.of(SignInKind.API_KEY));
        row("name", name, all);
        row("kind", kind, all);
        row("profile", profile, EnumSet.of(SignInKind.PROFILE));
        row("startUrl", startUrl, EnumSet.of(SignInKind.SSO));
        row("ssoRegion", ssoRegion, EnumSet.of(SignInKind.SSO));
        row("account", account, EnumSet.of(SignInKind.SSO));
        row("role", role, EnumSet.of(SignInKind.SSO));
        row("apiKey", apiKey, EnumSet.of(SignInKind.API_KEY));
        row("keep", keepKey, EnumSet.of(SignInKind.API_KEY));
        row("command", command, EnumSet.of(SignInKind.PROCESS));
        row("roleArn", roleArn, withRole);
        row("region", region, all);
        row("endpoint", endpoint, all);
        row("controlEndpoint", controlEndpoint, all);
        row("proxy", proxy, all);
        startUrl.setPromptText("https://company.awsapps.com/start");
        account.setPromptText("111122223333");
        ssoRegion.setPromptText("eu-central-1");
        region.setPromptText(Texts.of("connect.region.prompt"));
        roleArn.setPromptText(Texts.of("connect.optional"));
        endpoint.setPromptText(Texts.of("connect.endpoint.prompt"));
        controlEndpoint.setPromptText(Texts.of("connect.endpoint.prompt"));
        proxy.setPromptText(Texts.of("connect.proxy.prompt"));
        apiKey.setPromptText(Texts.of("connect.apiKey.prompt"));
    }

    private void row(String id, Control control, Set<SignInKind> kinds) {
        control.setId("connect-" + id);
        control.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(id.equals("keep") ? "" : Texts.of("connect." + id));
        label.setLabelFor(control);
        label.setUserData(kinds);
        control.setUserData(kinds);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private void showFields() {
        for (var node : grid.getChildren()) {
            if (node.getUserData() instanceof Set<?> kinds) {
                var shown = kinds.contains(kind.getValue());
                node.setVisible(shown);
                node.setManaged(shown);
            }
        }
        if (grid.getScene() != null && grid.getScene().getWindow() != null) {
            grid.getScene().getWindow().sizeToScene();
        }
    }

    private void fill(ConnectionOptions options) {
        name.setText(text(options.name()));
        kind.setValue(SignInKind.of(options));
        profile.getEditor().setText(text(options.profile()));
        var sso = options.access().sso();
        if (sso != null) {
            startUrl.setText(sso.startUrl());
            ssoRegion.setText(sso.region());
            account.setText(sso.account());
            role.setText(sso.role());
        }
        command.setText(text(options.access().process()));
        roleArn.setText(text(options.access().roleArn()));
        region.setText(text(options.region()));
        endpoint.setText(text(options.endpoint()));
        controlEndpoint.setText(text(options.controlEndpoint()));
        proxy.setText(text(options.proxy()));
    }

    /// What is entered, without its API key.
    ConnectionOptions options() throws Mistake {
        var way = kind.getValue();
        var chosenProfile = blankIsNull(profile.getEditor().getText());
        if (way == SignInKind.PROFILE && chosenProfile == null) {
            throw new Mistake(Texts.of("connect.noProfile"));
        }
        var sso = way == SignInKind.SSO ? sso() : null;
        var process = way == SignInKind.PROCESS ? blankIsNull(command.getText()) : null;
        if (way == SignInKind.PROCESS && process == null) {
            throw new Mistake(Texts.of("connect.noCommand"));
        }
        return new ConnectionOptions(
                ConnectionOptions.Kind.BEDROCK,
                name.getText().strip(),
                way == SignInKind.PROFILE ? chosenProfile : null,
                blankIsNull(region.getText()),
                address(endpoint),
                address(controlEndpoint),
                address(proxy),
                new Access(
                        way.source(),
                        way == SignInKind.API_KEY ? null : blankIsNull(roleArn.getText()),
                        sso,
                        process,
                        null));
    }

    private Access.Sso sso() throws Mistake {
        var sso = new Access.Sso(
                startUrl.getText().strip(),
                ssoRegion.getText().strip(),
                account.getText().strip(),
                role.getText().strip());
        if (!sso.startUrl().startsWith("https://")
                || sso.region().isEmpty()
                || !sso.account().matches("\\d{12}")
                || sso.role().isEmpty()) {
            throw new Mistake(Texts.of("connect.noSso"));
        }
        return sso;
    }

    private static @Nullable URI address(TextField field) throws Mistake {
        var text = field.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var uri = new URI(text);
            if (uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Mistake(Texts.of("connect.noAddress"));
        }
        throw new Mistake(Texts.of("connect.noAddress"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
