package dev.quarterdeck.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.Flaw.Kind;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.InMemoryTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final int TAMPERINGS = Boolean.getBoolean("quarterdeck.long") ? 10_000 : 1_000;

    /** What somebody may do to an export. */
    private enum Tampering {
        FLIP_A_BIT,
        DROP_A_RECORD,
        SWAP_TWO_RECORDS,
        REPEAT_A_RECORD,
        CUT_THE_TAIL,
        CUT_A_SHARD,
        REWRITE_HISTORY,
        INSERT_A_RECORD
    }

    private final List<String> lines = new ArrayList<>();
    private final Checkpoint checkpoint;

    VerifierTest() {
        var table = new InMemoryTable(CLOCK);
        var log = new AuditLog(table, CLOCK);
        var reads = new AccessLog(table, CLOCK);
        for (int i = 0; i < 60; i++) {
            log.record(entry("request-" + i));
            reads.note(entry("read-" + i));
            if (i % 7 == 0) {
                reads.flush();
            }
        }
        reads.flush();
        var export = new AuditExport(table, CLOCK);
        checkpoint = export.checkpoint();
        export.lines(lines::add);
    }

    @Test
    void findsNothingInWhatIsWhole() {
        assertThat(verdict(bytes(lines))).isEqualTo(new Verifier.Verdict(lines.size(), List.of()));
        assertThat(lines).hasSizeGreaterThan(68);
    }

    @Test
    void acceptsRecordsThatCameAfterTheCheckpoint() {
        var next = new Chained(
                checkpoint.heads().getLast(), CLOCK.instant(), entry("later").json());

        assertThat(verdict(bytes(with(lines.size(), next.json().canonical()))).sound())
                .isTrue();
    }

    @Test
    void findsEverySeededTampering() {
        long seed = Long.getLong("quarterdeck.seed", 4L);
        var random = new Random(seed);
        var found = new EnumMap<Tampering, Integer>(Tampering.class);
        for (int i = 0; i < TAMPERINGS; i++) {
            var tampering = Tampering.values()[i % Tampering.values().length];
            byte[] tampered = tampered(tampering, random);
            assertThat(verdict(tampered).flaws())
                    .as("seed %d, tampering %d: %s", seed, i, tampering)
                    .isNotEmpty();
            found.merge(tampering, 1, Integer::sum);
        }

        assertThat(found.values().stream().mapToInt(it -> it).sum()).isEqualTo(TAMPERINGS);
    }

    @Test
    void namesWhatIsWrong() {
        var without = new ArrayList<>(lines);
        without.remove(2);
        assertThat(verdict(bytes(without)).flaws()).extracting(Flaw::kind).containsExactly(Kind.GAP);

        var cut = lines.subList(0, lines.size() - 1);
        assertThat(verdict(bytes(cut)).flaws()).extracting(Flaw::kind).containsExactly(Kind.CUT);

        var altered = with(3, lines.get(3).replace("ana", "eve"));
        altered.remove(4);
        assertThat(verdict(bytes(altered)).flaws().getFirst().kind()).isEqualTo(Kind.ALTERED);

        assertThat(verdict(bytes(rewritten(lines.size() - 1))).flaws())
                .extracting(Flaw::kind)
                .containsExactly(Kind.FORKED);
    }

    @Test
    void aCheckpointKnowsItsOwnRoot() {
        var read = Checkpoint.of((Json.Obj) Json.parse(checkpoint.json().text()));

        assertThat(read).isEqualTo(checkpoint);
        assertThat(checkpoint.root()).hasSize(64).isNotEqualTo(new Checkpoint(CLOCK.instant(), List.of()).root());
    }

    private byte[] tampered(Tampering tampering, Random random) {
        var some = new ArrayList<>(lines);
        int at = random.nextInt(lines.size());
        switch (tampering) {
            case FLIP_A_BIT -> {
                return flipped(bytes(lines), random);
            }
            case DROP_A_RECORD -> some.remove(at);
            case SWAP_TWO_RECORDS ->
                Collections.swap(some, at, (at + 1 + random.nextInt(some.size() - 1)) % some.size());
            case REPEAT_A_RECORD -> some.add(random.nextInt(some.size() + 1), lines.get(at));
            case CUT_THE_TAIL -> {
                byte[] all = bytes(lines);
                return Arrays.copyOf(all, random.nextInt(all.length));
            }
            case CUT_A_SHARD -> some.removeIf(line -> shard(line).equals(shard(lines.get(at))));
            case REWRITE_HISTORY -> {
                return bytes(rewritten(at));
            }
            case INSERT_A_RECORD -> some.add(at, forged(lines.get(at)).json().canonical());
        }
        return bytes(some);
    }

    private static byte[] flipped(byte[] all, Random random) {
        all[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
        return all;
    }

    /** One record is another, and all that follow in its shard are made anew, with hashes that fit. */
    private List<String> rewritten(int at) {
        var some = new ArrayList<>(lines);
        var record = forged(lines.get(at));
        some.set(at, record.json().canonical());
        for (int next = at + 1; next < some.size() && shard(some.get(next)).equals(shard(some.get(at))); next++) {
            record = new Chained(record.head(), CLOCK.instant(), content(some.get(next)));
            some.set(next, record.json().canonical());
        }
        return some;
    }

    private static Chained forged(String line) {
        var content = content(line);
        var read = Line.read((line + "\n").getBytes(UTF_8));
        return new Chained(read.before(), CLOCK.instant(), content.with("action", Json.of("nothing.happened")));
    }

    private static Json.Obj content(String line) {
        var members = new LinkedHashMap<>(((Json.Obj) Json.parse(line)).members());
        List.of("chain", "shard", "sequence", "previous", "time", "hash").forEach(members::remove);
        return new Json.Obj(members);
    }

    private static Map<String, Json> shard(String line) {
        var record = (Json.Obj) Json.parse(line);
        return Map.of(
                "chain",
                record.get("chain").orElseThrow(),
                "shard",
                record.get("shard").orElseThrow());
    }

    private List<String> with(int at, String line) {
        var some = new ArrayList<>(lines);
        some.add(at, line);
        return some;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private Verifier.Verdict verdict(byte[] export) {
        var verifier = Verifier.against(checkpoint);
        int from = 0;
        for (int i = 0; i < export.length; i++) {
            if (export[i] == '\n' || i == export.length - 1) {
                verifier.take(Arrays.copyOfRange(export, from, i + 1));
                from = i + 1;
            }
        }
        return verifier.verdict();
    }

    private static Entry entry(String request) {
        return Entry.of(
                new Actor("local", "ana", "s1", List.of("pwd")),
                "account.connect",
                Thing.of("account", "Zürich \ufffd 東京"),
                Outcome.done("binding:b1"),
                new Origin(request, "127.0.0.1", "qd"));
    }
}
