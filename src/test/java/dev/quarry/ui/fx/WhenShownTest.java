package dev.quarry.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class WhenShownTest {

    @Test
    void whatIsVisibleIsThereAtOnce() {
        var label = new Label("seen");
        assertThat(WhenShown.of(label)).isSameAs(label);
    }

    @Test
    void whatIsHiddenJoinsItsPlaceWhenItIsShown() {
        var hidden = new Label("later");
        hidden.setVisible(false);
        var before = new Label("before");
        var after = new Label("after");
        var box = new HBox(before, WhenShown.of(hidden), after);

        assertThat(box.getChildren()).doesNotContain(hidden);
        hidden.setVisible(true);
        assertThat(box.getChildren()).containsExactly(before, hidden, after);
        hidden.setVisible(false);
        hidden.setVisible(true);
        assertThat(box.getChildren()).containsExactly(before, hidden, after);
    }

    @Test
    void whatIsBuiltForItIsBuiltOnceAndHiddenAgain() {
        var shown = new SimpleBooleanProperty();
        var built = new AtomicInteger();
        Supplier<Node> build = () -> new Label("number " + built.incrementAndGet());
        var box = new HBox(WhenShown.of(shown, build));

        assertThat(built).hasValue(0);
        shown.set(true);
        shown.set(false);
        assertThat(box.getChildren()).singleElement().satisfies(node -> {
            assertThat(node.isVisible()).isFalse();
            assertThat(node.isManaged()).isFalse();
        });
        shown.set(true);
        assertThat(built).hasValue(1);
        assertThat(box.getChildren())
                .singleElement()
                .satisfies(node -> assertThat(node.isVisible()).isTrue());
    }

    /// A computed value is held by nobody but those who wait for it.
    @Test
    void aComputedValueStillShowsIt() {
        var count = new SimpleIntegerProperty();
        var box = new HBox(WhenShown.of(Bindings.greaterThan(count, 1), () -> new Label("several")));

        System.gc();
        count.set(2);
        assertThat(box.getChildren()).singleElement().isInstanceOf(Label.class);
    }
}
