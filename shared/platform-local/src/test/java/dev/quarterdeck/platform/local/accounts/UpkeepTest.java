package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.accounts.upkeep.Rounds;
import dev.quarterdeck.accounts.upkeep.Upkeep;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final List<String> lines = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @TempDir
    private Path folder;

    private SqliteTable table;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void doesWhatIsDueAndNotBefore() {
        Upkeep upkeep = upkeep(daily());
        upkeep.round();
        clock.advance(Duration.ofHours(23));
        upkeep.round();
        assertThat(done).containsExactly("daily");
        clock.advance(Duration.ofHours(1));
        upkeep.round();
        assertThat(done).containsExactly("daily", "daily");
    }

    @Test
    void neitherARestartNorASecondHubRepeatsIt() {
        upkeep(daily()).round();
        upkeep(daily()).round();
        assertThat(done).containsExactly("daily");
    }

    @Test
    void aFailureIsToldAndKeepsNothingElseFromItsTurn() {
        upkeep(
                        new Chore("broken", Duration.ofHours(1), _ -> {
                            throw new IllegalStateException("no disk");
                        }),
                        daily())
                .round();
        assertThat(done).containsExactly("daily");
        assertThat(lines)
                .containsExactly(
                        "{\"time\":\"2026-11-23T08:00:00Z\",\"level\":\"ERROR\",\"chore\":\"broken\",\"outcome\":\"failed\",\"what\":\"no disk\"}",
                        "{\"time\":\"2026-11-23T08:00:00Z\",\"level\":\"INFO\",\"chore\":\"daily\",\"outcome\":\"done\",\"what\":\"by daily\"}");
    }

    private Upkeep upkeep(Chore... chores) {
        return new Upkeep(List.of(chores), new Rounds(table, clock), clock, line -> lines.add(line.text()));
    }

    private Chore daily() {
        return new Chore("daily", Duration.ofDays(1), _ -> {
            done.add("daily");
            return "by daily";
        });
    }
}
