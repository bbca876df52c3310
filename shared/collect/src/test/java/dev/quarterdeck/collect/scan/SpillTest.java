package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, Integer.MAX_VALUE})
    void givesBackEveryRowInOrder(int inMemory) {
        List<List<String>> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> List.of("a" + i, "", "ü😀".repeat(i % 7)))
                .toList();
        var read = new ArrayList<List<String>>();

        try (var spill = new Spill(inMemory)) {
            rows.forEach(spill::add);
            spill.drain(read::add);
        }

        assertThat(read).isEqualTo(rows);
    }
}
