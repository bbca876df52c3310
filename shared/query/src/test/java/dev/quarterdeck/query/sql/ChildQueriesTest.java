package dev.quarterdeck.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Patience;
import dev.quarterdeck.query.lists.Estate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChildQueriesTest {
    private static final Sight EVERYTHING = new Sight.Everything();
    private static final AccountId ONE = new AccountId("349522863390");

    private final SqlQueries queries = ChildProcess.of(Estate.RECORDED, 500, Duration.ofSeconds(20));

    @Test
    void answersOverTheRowsAndTheViewOfAType() {
        var answer = (SqlAnswer.Rows) queries.ask(
                "SELECT config->>'$.InstanceType' AS kind, count(*) AS number FROM aws_ec2_instance GROUP BY kind",
                EVERYTHING);

        assertThat(answer.columns()).containsExactly("kind", "number");
        assertThat(answer.rows()).isNotEmpty();
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void showsOnlyWhatTheCallerMaySee() {
        String sql = "SELECT DISTINCT account_id FROM resources UNION SELECT DISTINCT account_id FROM coverage "
                + "UNION SELECT DISTINCT r.account_id FROM edges e JOIN resources r ON r.uid = e.from_uid";

        assertThat(queries.ask(sql, new Sight.Accounts(Set.of(ONE))))
                .isEqualTo(new SqlAnswer.Rows(
                        List.of("account_id"), List.of(new Json.Arr(List.of(Json.of(ONE.toString())))), false));
    }

    /** Links need their resources to be known, also where the query does not. */
    @Test
    void showsLinksOfWhatTheCallerMaySeeThoughOnlyLinksAreAsked() {
        var all = (SqlAnswer.Rows) queries.ask("SELECT from_uid FROM edges", EVERYTHING);
        var some = (SqlAnswer.Rows) queries.ask("SELECT from_uid FROM edges", new Sight.Accounts(Set.of(ONE)));

        assertThat(all.rows()).isNotEmpty().containsAll(some.rows());
        assertThat(some.rows()).isNotEmpty();
    }

    @Test
    void tellsWhatIsNotThereAndWhyAndWhatWasMeant() {
        assertThat(queries.ask("SELECT * FROM changes", EVERYTHING))
                .isEqualTo(new SqlAnswer.Refused(
                        "the table 'changes' is not there: a folder holds one look: ask a hub, without --in"));
        assertThat(queries.ask("SELECT * FROM costs", EVERYTHING))
                .isEqualTo(new SqlAnswer.Refused("the table 'costs' is not there: no bills are read"));
        assertThat(queries.ask("SELECT * FROM resourcs", EVERYTHING))
                .isEqualTo(new SqlAnswer.Refused("there is no table 'resourcs'; did you mean 'resources'?"));
    }

    @Test
    void unfoldsTagsAndIdentifiers() {
        var tags = (SqlAnswer.Rows)
                queries.ask("SELECT count(*) = (SELECT sum(cardinality(tags)) FROM resources) FROM tags", EVERYTHING);
        var names = (SqlAnswer.Rows) queries.ask(
                "SELECT count(*) = (SELECT sum(json_array_length(identifiers)) FROM resources) FROM identifiers",
                EVERYTHING);

        assertThat(tags.rows().getFirst().text()).isEqualTo("[true]");
        assertThat(names.rows().getFirst().text()).isEqualTo("[true]");
    }

    @Test
    void refusesInOneSentence() {
        assertThat(queries.ask("DROP TABLE resources", EVERYTHING))
                .isEqualTo(new SqlAnswer.Refused("only a SELECT is answered"));
        assertThat(queries.ask("SELECT nam FROM resources", EVERYTHING))
                .isInstanceOfSatisfying(
                        SqlAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("nam").doesNotContain("\n"));
    }

    /** A function that no interruption reaches ends with its process. */
    @Test
    void killsWhatDoesNotEnd() {
        var hasty = ChildProcess.of(Estate.RECORDED, 500, Duration.ofMillis(300));
        assertThat(hasty.ask("SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c", EVERYTHING))
                .isInstanceOfSatisfying(
                        SqlAnswer.Refused.class,
                        refused -> assertThat(refused.why()).contains("ask for less"));
    }

    @Test
    void refusesRowsThatCannotBeReadInTime() {
        var hasty = ChildProcess.of(
                Estate.RECORDED,
                new Limits(500, 1_000_000, Duration.ofSeconds(20), "128MB", new Patience(Duration.ZERO)));

        assertThat(hasty.ask("SELECT * FROM resources", EVERYTHING))
                .isEqualTo(new SqlAnswer.Refused(
                        "the rows that it takes cannot be read in 0 seconds: a list with a filter can be"));
        assertThat(hasty.ask("SELECT 1 AS one", EVERYTHING))
                .as("takes none")
                .isEqualTo(new SqlAnswer.Rows(List.of("one"), List.of(new Json.Arr(List.of(Json.of(1)))), false));
    }

    @Test
    void keepsEveryKindOfValue() {
        var answer = (SqlAnswer.Rows) queries.ask("""
                SELECT 1.50, 'x', TRUE, NULL, [1, 2], {'a': 1}, MAP {'k': 'v'}, TIMESTAMP '2026-01-31 12:00:00',
                       '{"a":[1]}'::JSON, DATE '2026-01-31', 1e300::DOUBLE, 'infinity'::DOUBLE
                """, EVERYTHING);

        assertThat(answer.rows().getFirst().text())
                .isEqualTo("[1.5,\"x\",true,null,[1,2],{\"a\":1},{\"k\":\"v\"},\"2026-01-31T12:00:00Z\",{\"a\":[1]},"
                        + "\"2026-01-31\",\"1.0E300\",\"Infinity\"]");
    }
}
