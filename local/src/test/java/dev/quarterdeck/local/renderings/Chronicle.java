package dev.quarterdeck.local.renderings;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of accounts, look after look, and what each look changed. */
final class Chronicle implements AutoCloseable {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final SqliteTable table;
    private final Objects objects;
    private final Publisher publisher;
    private int looks;

    Chronicle(Path folder, TypeCatalog types) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        objects = FolderObjects.open(folder.resolve("objects"));
        publisher = new Publisher(new Generations(table), objects, () -> types, clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The changes that a look at all these tells. */
    List<Fields> look(AccountId account, List<Resource> resources) throws IOException {
        String scan = "s" + looks++;
        var changes = new ArrayList<Fields>();
        try (var writer = new LookWriter(objects, "looks/" + scan, Map.of())) {
            for (Resource resource : resources) {
                writer.resource(resource);
                Resource.Identity identity = resource.identity();
                writer.coverage(new Coverage(
                        new Coverage.Area(account.value(), identity.place().region(), Optional.of(identity.type())),
                        Coverage.Status.LOOKED,
                        Coverage.Reason.NONE,
                        1,
                        clock.instant()));
            }
            Optional<SegmentRef> told = publisher
                    .publish(account, scan, writer.finish())
                    .generation()
                    .told()
                    .changes();
            if (told.isPresent()) {
                Segment.open(objects, told.get()).rows(_ -> true, (_, row) -> changes.add(Fields.of(row.json())));
            }
        }
        clock.advance(Duration.ofHours(6));
        return changes;
    }

    @Override
    public void close() {
        table.close();
    }
}
