package dev.quarterdeck.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InProcessTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void closesWhatIsBeneathEvenIfTheHubCannotBe() {
        AutoCloseable hub = () -> {
            closed.add("hub");
            throw new IllegalStateException("disk full");
        };

        assertThatThrownBy(() -> InProcess.close(hub, () -> closed.add("beneath")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the hub of this workspace cannot be closed")
                .hasRootCauseMessage("disk full");

        assertThat(closed).containsExactly("hub", "beneath");
    }
}
