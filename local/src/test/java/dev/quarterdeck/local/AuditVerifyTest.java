package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void exportAHundredRecords() throws IOException {
        try (var table = SqliteTable.open(folder.resolve("hub.db"), CLOCK)) {
            var log = new AuditLog(table, CLOCK);
            for (int i = 0; i < 100; i++) {
                var origin = Origin.internal("run-" + i);
                log.record(Entry.of(Actor.HUB, "account.validate", Thing.of("account", "1"), Outcome.done(), origin));
            }
            var export = new AuditExport(table, CLOCK);
            Files.writeString(
                    folder.resolve("checkpoint.json"),
                    export.checkpoint().json().text());
            export.lines(lines::add);
        }
    }

    @Test
    void saysThatAnExportIsWhole() throws IOException {
        write();

        assertThat(verify("--checkpoint", folder.resolve("checkpoint.json").toString()))
                .isEqualTo(new Said(0, "100 records are whole and reach the checkpoint of 2026-05-04T10:00:00Z\n", ""));
        assertThat(verify().out())
                .isEqualTo("100 records are whole; whether the end was cut off, only a checkpoint can tell\n");
    }

    @Test
    void namesTheLineThatWasAltered() throws IOException {
        lines.set(9, lines.get(9).replace("account.validate", "account.destroyed"));
        write();

        var said = verify();

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).startsWith("line 10, altered: audit ").contains("100 records are not whole");
    }

    @Test
    void missesWhatWasCutOffOnlyWithoutACheckpoint() throws IOException {
        lines.removeLast();
        write();

        assertThat(verify().code()).isZero();
        assertThat(verify("--checkpoint", folder.resolve("checkpoint.json").toString())
                        .out())
                .startsWith("cut: audit 7/");
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        write();

        var missing = new Cli(folder).run("audit", "verify", "nowhere");
        var foreign = verify("--checkpoint", folder.resolve("audit.ndjson").toString());

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("'nowhere' cannot be read: there is no such file or folder");
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err()).contains("holds no checkpoint");
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("audit.ndjson"), String.join("\n", lines) + "\n");
    }

    private Said verify(String... more) {
        var words = new ArrayList<>(
                List.of("audit", "verify", folder.resolve("audit.ndjson").toString()));
        words.addAll(List.of(more));
        return new Cli(folder).run(words.toArray(String[]::new));
    }
}
