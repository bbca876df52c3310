package dev.quarterdeck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.InMemoryTable;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final Key ACCOUNT = new Key("account#111111111111", "account");
    private static final Json.Obj NAMED = Json.of(Map.of("name", Json.of("shop")));

    private final InMemoryTable table = new InMemoryTable(CLOCK);
    private final AuditLog log = new AuditLog(table, CLOCK);

    @Test
    void writesStateAndRecordTogether() {
        assertThat(log.commit(List.of(Write.put(Row.of(ACCOUNT, NAMED))), entry("r-1")))
                .isEqualTo(Written.Done.VALUE);

        assertThat(table.get(ACCOUNT)).contains(Row.of(ACCOUNT, NAMED));
        var record = log.day(LocalDate.parse("2026-05-04"), Optional.empty())
                .rows()
                .getFirst()
                .data();
        assertThat(record.canonical()).isEqualTo("""
                        {"action":"account.connect","actor":{"amr":["pwd"],"iss":"local","means":"s1","sub":"ana"},\
                        "chain":"audit","hash":"%s",\
                        "object":{"after":"%s","id":"111111111111","kind":"account"},\
                        "origin":{"address":"127.0.0.1","client":"qd","request":"r-1"},\
                        "outcome":{"decision":"allowed","reasons":["binding:b1"],"result":"done"},\
                        "previous":"%s","sequence":1,"shard":%d,"time":"2026-05-04T10:00:00.000Z"}""".formatted(
                        hash(record),
                        Digest.hex(NAMED.canonical()),
                        "0".repeat(64),
                        shardsUsed().getFirst()));
    }

    @Test
    void chainsTheRecordsOfOneTransaction() {
        log.record(entry("r-1"), entry("r-2"), entry("r-3"));

        int shard = shardsUsed().getFirst();
        var records = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> table.get(new Key("audit#" + shard, "%016d".formatted(i)))
                        .orElseThrow()
                        .data())
                .toList();
        assertThat(records.get(1).get("previous")).contains(Json.of(hash(records.get(0))));
        assertThat(records.get(2).get("previous")).contains(Json.of(hash(records.get(1))));
        assertThat(log.heads().get(shard)).isEqualTo(new Head("audit", shard, 3, hash(records.get(2))));
    }

    @Test
    void saysWhoseConditionRefused() {
        table.write(Write.put(Row.of(ACCOUNT, NAMED)));

        var again =
                log.commit(List.of(Write.put(Row.of(ACCOUNT, Json.Obj.EMPTY)).when(Condition.ABSENT)), entry("r"));

        assertThat(again).isEqualTo(new Written.Refused(Set.of(ACCOUNT)));
        assertThat(table.rows().keySet()).containsExactly(ACCOUNT);
    }

    @Test
    @Tag("F06")
    @DisplayName("F06: where the audit record cannot be written, the request fails and nothing is changed")
    void changesNothingThatItCannotRecord() {
        table.breakDown();

        assertThatThrownBy(() -> log.commit(List.of(Write.put(Row.of(ACCOUNT, NAMED))), entry("r-1")))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> log.record(entry("r-2"))).isInstanceOf(FailureException.class);
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void losesNoRecordWhenManyWriteAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Written>> writes = IntStream.range(0, 400)
                    .<Callable<Written>>mapToObj(i -> () -> log.commit(List.of(), entry("r-" + i)))
                    .toList();
            for (Future<Written> written : threads.invokeAll(writes)) {
                assertThat(written.get()).isEqualTo(Written.Done.VALUE);
            }
        }

        assertThat(log.heads().stream().mapToLong(Head::sequence).sum()).isEqualTo(400);
    }

    @Test
    void answersWhatOneActorDid() {
        log.record(
                entry("r-1"),
                Entry.of(Actor.HUB, "sweep", Thing.of("hub", "hub"), Outcome.done(), Origin.internal("1")));

        var page = log.of(new Actor("local", "ana", "another session", List.of()), Optional.empty());

        assertThat(page.rows()).hasSize(1);
        assertThat(page.rows().getFirst().data().get("action")).contains(Json.of("account.connect"));
    }

    private static Entry entry(String request) {
        return Entry.of(
                new Actor("local", "ana", "s1", List.of("pwd")),
                "account.connect",
                Thing.made("account", "111111111111", NAMED),
                Outcome.done("binding:b1"),
                new Origin(request, "127.0.0.1", "qd"));
    }

    private List<Integer> shardsUsed() {
        return log.heads().stream()
                .filter(head -> head.sequence() > 0)
                .map(Head::shard)
                .toList();
    }

    private static String hash(Json.Obj record) {
        return ((Json.Str) record.get("hash").orElseThrow()).value();
    }
}
