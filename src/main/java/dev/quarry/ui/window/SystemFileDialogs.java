package dev.quarry.ui.window;

import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The dialogs of the desktop, opening where the last one was closed.
public final class SystemFileDialogs implements FileDialogs {
    private final Window owner;
    private final Consumer<URI> browser;
    private @Nullable File folder;

    /// @param browser opens an address
    public SystemFileDialogs(Window owner, Consumer<URI> browser) {
        this.owner = owner;
        this.browser = browser;
    }

    @Override
    public void browse(URI address) {
        browser.accept(address);
    }

    @Override
    public Optional<Path> open() {
        var chooser = chooser("dialog.open");
        return remember(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(String suggestedName) {
        var chooser = chooser("dialog.save");
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner));
    }

    @Override
    public List<Path> openSeveral() {
        var picked = chooser("dialog.openSeveral").showOpenMultipleDialog(owner);
        return picked == null ? List.of() : picked.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("dialog.folder"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of(title));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
