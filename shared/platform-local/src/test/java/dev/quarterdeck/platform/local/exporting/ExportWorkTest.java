package dev.quarterdeck.platform.local.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.Filing;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.exporting.Export;
import dev.quarterdeck.inventory.exporting.ExportCare;
import dev.quarterdeck.inventory.exporting.ExportId;
import dev.quarterdeck.inventory.exporting.ExportMeans;
import dev.quarterdeck.inventory.exporting.ExportWork;
import dev.quarterdeck.inventory.exporting.Exports;
import dev.quarterdeck.inventory.exporting.Stage;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.inventory.scanning.Pulse;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an export while whoever writes it dies, while it is cancelled, and while its owner's rights change. */
class ExportWorkTest {
    private static final Attribution HUB = Attribution.hub("test");
    private static final Export.Owner ANA = new Export.Owner(new UserId(UserId.LOCAL, "ana"), "Ana");
    private static final Set<AccountId> ACCOUNTS = Set.of(new AccountId("111122223333"));
    private static final String TEXT = "name\r\norders\r\n";

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Random random = new Random(7);
    private SqliteTable table;
    private FolderObjects objects;
    private Exports exports;
    private boolean seen = true;
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        objects = FolderObjects.open(folder.resolve("objects"));
        exports = new Exports(table, new AuditLog(table, clock));
    }

    @AfterEach
    void close() {
        table.close();
    }

    /** Writes one row, and lets something happen before it is whole. */
    private final class OneRow implements ResourceFiles {
        @Override
        public void write(ListRequest request, FileForm form, Reader reader) throws IOException {
            reader.begins(new Listing.Whole(
                    new Listing.Count(1, true),
                    new LinkedHashMap<>(),
                    new Listing.Looking(Map.of("111122223333", Map.of("looked", 1L)), List.of())));
            meanwhile.run();
            reader.told(1);
            reader.take(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class NoWords implements Vocabulary {
        @Override
        public Optional<ResourceType> type(String word) {
            return Optional.empty();
        }

        @Override
        public Collection<String> typeNames() {
            return List.of();
        }

        @Override
        public Set<String> members(List<String> path) {
            return Set.of();
        }
    }

    private ExportWork worker(Pulse pulse) {
        return new ExportWork(
                exports, new ExportMeans(new NoWords(), new Filing(new OneRow(), objects), this::sees), pulse, clock);
    }

    private boolean sees(UserId owner, Set<AccountId> accounts) {
        assertThat(owner).isEqualTo(ANA.user());
        assertThat(accounts).isEqualTo(ACCOUNTS);
        return seen;
    }

    private ExportWork worker() {
        return worker(_ -> () -> {});
    }

    private ExportCare care() {
        return new ExportCare(exports, objects, this::sees, clock);
    }

    private Export ask(String filter) {
        var wording = new Wording(Optional.of(filter), Optional.of("name"), Optional.empty(), Optional.empty());
        var wish = new Export.Wish(wording, new FileForm(FileForm.Kind.CSV, false));
        var frozen = new Export.Frozen(clock.instant(), Optional.empty(), false, ACCOUNTS);
        return exports.ask(new Export(ExportId.fresh(random), ANA, wish, frozen, new Stage.Waiting(0)), HUB);
    }

    private Stage stage(Export export) {
        return exports.find(ANA.user(), export.id()).orElseThrow().stage();
    }

    private List<String> files() {
        return objects.list(Exports.OBJECTS, Optional.empty()).entries().stream()
                .map(ObjectListing.Entry::name)
                .map(ObjectName::value)
                .toList();
    }

    @Test
    void isThereOnceItIsWhole() throws IOException {
        Export export = ask("name = orders");
        meanwhile = () -> assertThat(files()).isEmpty();

        assertThat(worker().next()).isTrue();

        var done = (Stage.Done) stage(export);
        assertThat(done.file().rows()).isEqualTo(1);
        assertThat(done.file().bytes()).isEqualTo(TEXT.length());
        assertThat(done.coverage().text()).contains("\"areas\":{\"looked\":1}");
        try (var in = objects.get(done.file().object()).orElseThrow()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        }
        assertThat(worker().next()).isFalse();
    }

    /** The process that writes dies: its row says that somebody is at it, until nobody gives a sign of life. */
    @Test
    void whatADeadWriterLeftIsBegunAnew() {
        Export export = ask("name = orders");
        meanwhile = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> worker().next()).isInstanceOf(Killed.class);
        assertThat(stage(export)).isInstanceOf(Stage.Running.class);

        meanwhile = () -> {};
        assertThat(worker().next()).as("it may still live").isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(worker().next()).isTrue();
        assertThat(stage(export)).isInstanceOf(Stage.Done.class);
    }

    /** No failure of the program's: what ends a process runs no handler. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whoHasTheTableToItselfNeedNotWait() {
        Export export = ask("name = orders");
        meanwhile = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> worker().next()).isInstanceOf(Killed.class);

        meanwhile = () -> {};
        ExportWork after = worker();
        after.reclaim();
        assertThat(after.next()).isTrue();
        assertThat(stage(export)).isInstanceOf(Stage.Done.class);
    }

    @Test
    void whatNoWriterOutlivesIsGivenUpAndSaysSo() {
        Export export = ask("name = orders");
        meanwhile = () -> {
            throw new Killed();
        };
        for (int turn = 0; turn < 3; turn++) {
            assertThatThrownBy(() -> worker().next()).isInstanceOf(Killed.class);
            clock.advance(Duration.ofMinutes(3));
        }

        assertThat(worker().next()).isFalse();
        assertThat(((Stage.Failed) stage(export)).why()).startsWith("it was begun 3 times");
        assertThat(exports.of(ANA.user())).hasSize(1);
    }

    /** A writer that was frozen and comes back finds that another has taken over: its file counts for nothing. */
    @Test
    void ofTwoWritersOneCounts() {
        Export export = ask("name = orders");
        meanwhile = () -> {
            meanwhile = () -> {};
            clock.advance(Duration.ofMinutes(3));
            assertThat(worker().next()).isTrue();
        };

        assertThat(worker().next()).isTrue();

        var done = (Stage.Done) stage(export);
        assertThat(done.file().object().value()).endsWith("-2.csv");
        assertThat(files()).containsExactly(done.file().object().value());
    }

    /** Signs of life keep others away, and tell how far it has come. */
    @Test
    void whoLivesIsLeftAlone() {
        Export export = ask("name = orders");
        var beat = new Runnable[1];
        Pulse pulse = beating -> {
            beat[0] = beating;
            return () -> {};
        };
        meanwhile = () -> {
            meanwhile = () -> {};
            clock.advance(Duration.ofMinutes(3));
            beat[0].run();
            assertThat(((Stage.Running) stage(export)).count()).isEqualTo(1);
            assertThat(worker().next()).isFalse();
        };

        assertThat(worker(pulse).next()).isTrue();
        beat[0].run();
        assertThat(((Stage.Done) stage(export)).file().object().value()).endsWith("-1.csv");
    }

    @Test
    void whatIsCancelledWhileItIsWrittenLeavesNothing() {
        Export export = ask("name = orders");
        meanwhile = () -> assertThat(
                        care().remove(exports.find(ANA.user(), export.id()).orElseThrow(), "export:delete", HUB))
                .isTrue();

        assertThat(worker().next()).isTrue();

        assertThat(exports.of(ANA.user())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whoStopsLeavesItAsIfItHadNotBegun() {
        Export export = ask("name = orders");
        ExportWork worker = worker();
        meanwhile = worker::stop;

        assertThat(worker.next()).isTrue();
        assertThat(stage(export)).isEqualTo(new Stage.Waiting(0));
        assertThat(files()).isEmpty();
        meanwhile = () -> {};
        assertThat(worker.next()).isTrue();
        assertThat(stage(export)).isInstanceOf(Stage.Done.class);
    }

    @Test
    @Tag("C09")
    void isNobodysIfItsOwnerMayNotSeeItAllOnceItIsWritten() {
        Export export = ask("name = orders");
        meanwhile = () -> seen = false;

        assertThat(worker().next()).isTrue();

        assertThat(((Stage.Failed) stage(export)).why()).contains("may not see any more");
        assertThat(files()).isEmpty();
    }

    @Test
    @Tag("C09")
    void goesWhenItsOwnerMayNotSeeItAllAnyMore() {
        Export export = ask("name = orders");
        assertThat(worker().next()).isTrue();
        assertThat(care().tidy(HUB)).isZero();

        seen = false;
        assertThat(care().tidy(HUB)).isEqualTo(1);
        assertThat(exports.find(ANA.user(), export.id())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void goesAfterSevenDays() {
        ask("name = orders");
        assertThat(worker().next()).isTrue();
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(care().tidy(HUB)).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(care().tidy(HUB)).isEqualTo(1);
        assertThat(exports.of(ANA.user())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatNobodyWritesIsGivenUp() {
        Export export = ask("name = orders");
        clock.advance(Duration.ofHours(13));
        care().tidy(HUB);

        assertThat(((Stage.Failed) stage(export)).why()).isEqualTo("it was not written within twelve hours");
        assertThat(worker().next()).isFalse();
    }

    @Test
    void filesOfNoExportAreSweptOnceNobodyCanNameThemAnyMore() throws IOException {
        objects.put(new ObjectName("exports/xaaaaaaaaaaaaaaaa-1.csv"), new ByteArrayInputStream(new byte[1]));
        ask("name = orders");
        assertThat(worker().next()).isTrue();
        assertThat(files()).hasSize(2);

        clock.advance(Duration.between(clock.instant(), Instant.now().plus(Duration.ofDays(2))));
        care().tidy(HUB);
        assertThat(files()).as("of what is named, by the days it is kept").isEmpty();
    }

    @Test
    void threeOfOnePersonMayBeUnderWayAtOnce() {
        List<Export> three = List.of(ask("name = a"), ask("name = b"), ask("name = c"));
        assertThatThrownBy(() -> ask("name = d"))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.TooMany.class));

        assertThat(care().remove(three.getFirst(), "export:delete", HUB)).isTrue();
        ask("name = d");
        while (worker().next()) {
            // until none waits
        }
        assertThat(exports.of(ANA.user()))
                .extracting(export -> export.stage().word())
                .containsOnly("done");
        List.of("e", "f", "g").forEach(name -> ask("name = " + name));
    }

    /** Words may have lost their meaning since, as after another version was installed. */
    @Test
    void saysWhatItDoesNotUnderstandAnyMore() {
        Export export = ask("type = sqs:queue");

        assertThat(worker().next()).isTrue();
        assertThat(((Stage.Failed) stage(export)).why()).startsWith("filter at character 8: there is no type");
    }
}
