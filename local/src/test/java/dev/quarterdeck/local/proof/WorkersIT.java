package dev.quarterdeck.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.local.proof.Truth.Found;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.Witness;
import dev.quarterdeck.testkit.Witness.Sighting;
import dev.quarterdeck.testkit.seed.Estate.Entrance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What several workers read of accounts, each a part, is published as what one scan of all of them sees. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class WorkersIT {
    private static final String SCAN = "truth";

    private final Planted planted = Planted.once();
    private final Looker looker = new Looker(planted, EmulatorClient.settings(planted.endpoint()));

    @TempDir
    private Path folder;

    @Test
    void everyResourceAndEveryLinkIsThereAndNothingElse() throws IOException {
        var seen = new TreeSet<Sighting>();
        var found = new HashSet<Found>();
        try (var table = SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC())) {
            Objects objects = FolderObjects.open(folder.resolve("objects"));
            var generations = new Generations(table);
            var publisher = new Publisher(generations, objects, planted::types, Clock.systemUTC());
            for (Entrance entrance : planted.estate().entrances()) {
                publisher.publish(account(entrance), SCAN, parts(entrance, objects));
            }
            publisher.relate(planted.estate().entrances().stream()
                    .map(WorkersIT::account)
                    .collect(Collectors.toSet()));
            var facts = new SegmentFacts(generations, objects);
            for (Entrance entrance : planted.estate().entrances()) {
                AccountFacts known =
                        facts.of(account(entrance), Optional.empty()).orElseThrow();
                known.resources(row -> assertThat(seen.add(sighting(row))).isTrue());
                known.edges(
                        row -> assertThat(found.add(Found.of(Rows.edge(row)))).isTrue());
            }
        }

        assertThat(seen).isEqualTo(Witness.ask(planted.endpoint(), planted.estate()));
        Sight whole = looker.look(planted.estate().entrances());
        Set<Found> expected = whole.edges().stream().map(Found::of).collect(Collectors.toSet());
        assertThat(without(found, expected)).as("found by parts only").isEmpty();
        assertThat(without(expected, found)).as("found by the whole only").isEmpty();
    }

    private static Set<Found> without(Set<Found> some, Set<Found> others) {
        var left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static AccountId account(Entrance entrance) {
        return new AccountId(entrance.account());
    }

    private List<Look> parts(Entrance entrance, Objects objects) throws IOException {
        var looks = new ArrayList<Look>();
        for (String part : Stream.concat(Stream.of(Resource.Place.GLOBAL), Planted.REGIONS.stream())
                .toList()) {
            try (var writer = new LookWriter(objects, Look.folder(SCAN) + "/" + part, Map.of())) {
                looker.look(List.of(entrance), new RegionChoice.Part(part), writer);
                looks.addAll(writer.finish());
            }
        }
        return looks;
    }

    private static Sighting sighting(Json.Obj row) {
        Fields fields = Fields.of(row);
        return new Sighting(
                fields.text("account_id"), fields.text("region"), fields.text("type"), fields.text("native_id"));
    }
}
