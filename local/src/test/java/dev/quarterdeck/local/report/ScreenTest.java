package dev.quarterdeck.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    @Test
    void colourNeedsATerminalThatHasItAndNobodyWhoMinds() {
        assertThat(Screen.of(true, true, 80, Map.of("TERM", "xterm")).color()).isTrue();
        assertThat(Screen.of(true, true, 80, Map.of("NO_COLOR", "1")).color()).isFalse();
        assertThat(Screen.of(true, true, 80, Map.of("NO_COLOR", "")).color()).isTrue();
        assertThat(Screen.of(true, true, 80, Map.of("TERM", "dumb")).color()).isFalse();
        assertThat(Screen.of(false, false, 80, Map.of()).color()).isFalse();
    }

    @Test
    void outputInAFileHasNoColourThoughMessagesOnTheTerminalHave() {
        Screen screen = Screen.of(false, true, 80, Map.of());

        assertThat(screen.outputStyle().bold("x")).isEqualTo("x");
        assertThat(screen.messageStyle().bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
    }
}
