package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.aws.broker.BrokerCodec;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.wire.RoleSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An emergency, as a drill: a role that the broker enters is closed, alone and with all others, while nobody restarts
 * anything, and it is measured how long the deployed broker still opens it.
 */
final class RevocationDrill {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final AccountId ONE = new AccountId("444455556666");
    private static final AccountId OTHER = new AccountId("777788889999");

    private final EmulatedAccount hub;
    private final Cloud accounts;
    private final Table table;

    RevocationDrill(EmulatedAccount hub, Cloud accounts) {
        this.hub = hub;
        this.accounts = accounts;
        this.table = hub.table();
    }

    void run() {
        trustTheBroker(ONE);
        trustTheBroker(OTHER);
        table.write(Revocations.lift(Optional.empty())); // nothing is left of an earlier drill
        assertOpen(ONE);
        assertOpen(OTHER);

        Duration one = untilRefused(Optional.of(ONE), ONE);
        assertOpen(OTHER);
        table.write(Revocations.lift(Optional.of(ONE)));
        assertOpen(ONE);

        Duration all = untilRefused(Optional.empty(), OTHER);
        assertRefused(ONE);
        table.write(Revocations.lift(Optional.empty()));
        assertOpen(ONE);
        System.out.printf(
                "revocation drill: the broker refused one account %d ms after it was revoked, all accounts %d ms after%n",
                one.toMillis(), all.toMillis());
    }

    /** From the moment the revocation is asked for to the first refusal; each question is answered by the deployed function. */
    private Duration untilRefused(Optional<AccountId> revoked, AccountId asked) {
        long start = System.nanoTime();
        table.write(Revocations.revoke(new Stop(revoked, Instant.parse("2026-03-01T12:00:00Z"), "drill")));
        while (!isRefused(ask(asked))) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("still open")
                    .isLessThan(LIMIT);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(LIMIT);
        return took;
    }

    private void trustTheBroker(AccountId account) {
        var trust = Cloud.document(new Members()
                .put("Effect", "Allow")
                .put("Principal", new Members().put("AWS", Cloud.BROKER))
                .put("Action", "sts:AssumeRole")
                .json());
        accounts.asOwner(account, owner -> owner.readRole(trust.text()));
    }

    private void assertOpen(AccountId account) {
        JsonNode answer = ask(account);
        assertThat(answer.path("access_key_id").asText())
                .as(answer.path("message").asText())
                .startsWith("ASIA");
    }

    private void assertRefused(AccountId account) {
        assertThat(isRefused(ask(account))).isTrue();
    }

    private static boolean isRefused(JsonNode answer) {
        return answer.path("message").asText().startsWith("the hub's access is revoked since 2026-03-01T12:00:00Z");
    }

    private JsonNode ask(AccountId account) {
        var session = RoleSession.of(RoleNames.read(Partition.AWS, account).toString(), "drill", Optional.empty());
        return hub.call("quarterdeck-broker:live", BrokerCodec.question(session).text());
    }
}
