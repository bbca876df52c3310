package dev.quarterdeck.collect.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, Integer.MAX_VALUE})
    void givesBackEveryLinkInOrder(int inMemory) {
        List<Link> links = IntStream.range(0, 1_000).mapToObj(SpillTest::link).toList();
        var read = new ArrayList<Link>();

        try (var spill = new Spill(inMemory)) {
            links.forEach(spill::add);
            spill.drain(read::add);
        }

        assertThat(read).isEqualTo(links);
    }

    private static Link link(int i) {
        Optional<ResourceType> type =
                Optional.of(new ResourceType("AWS::EC2::Kind" + i % 3)).filter(_ -> i % 2 == 0);
        var target = new Link.Target(type, "ü😀".repeat(i % 7), "account" + i % 5, i % 4 == 0 ? "" : "eu-west-1");
        return new Link(new Uid("r1" + i), "rel" + i % 6, target, "via" + i % 11);
    }
}
