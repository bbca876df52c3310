package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeIndexTest {
    @Test
    void findsWhatWasPutHoweverMuchThereIs() {
        var index = new EdgeIndex();
        for (int i = 0; i < 50_000; i++) {
            index.put("name-" + i, i);
        }

        for (int i = 0; i < 50_000; i++) {
            assertThat(index.get("name-" + i)).isEqualTo(i);
        }
        assertThat(index.get("name-50000")).isEqualTo(EdgeIndex.NONE);
    }

    @Test
    void leadsToNeitherOfTwoWithOneName() {
        var index = new EdgeIndex();
        index.put("web", 1);
        index.put("web", 1);
        assertThat(index.get("web")).isEqualTo(1);

        index.put("web", 2);

        assertThat(index.get("web")).isEqualTo(EdgeIndex.NONE);
    }
}
