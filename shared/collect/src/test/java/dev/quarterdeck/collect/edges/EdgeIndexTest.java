package dev.quarterdeck.collect.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeIndexTest {
    private static final long HERE = 7;

    @Test
    void findsWhatWasPutHoweverMuchThereIs() {
        var index = new EdgeIndex();
        for (int i = 0; i < 50_000; i++) {
            index.put(HERE, "name-" + i, i);
        }

        for (int i = 0; i < 50_000; i++) {
            assertThat(index.get(HERE, "name-" + i)).isEqualTo(i);
        }
        assertThat(index.get(HERE, "name-50000")).isEqualTo(EdgeIndex.NONE);
    }

    @Test
    void aNameMeansSomethingElseElsewhere() {
        var index = new EdgeIndex();
        index.put(HERE, "web", 1);
        index.put(HERE + 1, "web", 2);

        assertThat(index.get(HERE, "web")).isEqualTo(1);
        assertThat(index.get(HERE + 1, "web")).isEqualTo(2);
        assertThat(index.get(HERE + 2, "web")).isEqualTo(EdgeIndex.NONE);
    }

    @Test
    void leadsToNeitherOfTwoWithOneName() {
        var index = new EdgeIndex();
        index.put(HERE, "web", 1);
        index.put(HERE, "web", 1);
        assertThat(index.get(HERE, "web")).isEqualTo(1);

        index.put(HERE, "web", 2);

        assertThat(index.get(HERE, "web")).isEqualTo(EdgeIndex.NONE);
    }
}
