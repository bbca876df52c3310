package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Sign-ins that are under way at a provider: each is good for one answer, to the browser that left, for ten minutes. */
public final class Departures {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Table table;
    private final SecureRandom random;
    private final Clock clock;

    /** What we sent along, and what only the leaving browser and we know. */
    record Secrets(String state, String nonce, String verifier, String ticket) {
        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }

    @Inject
    public Departures(Table table, SecureRandom random, Clock clock) {
        this.table = table;
        this.random = random;
        this.clock = clock;
    }

    Secrets begin() {
        var secrets = new Secrets(text(), text(), text(), text());
        var data = new Members()
                .put("nonce", secrets.nonce())
                .put("verifier", secrets.verifier())
                .put("ticket", Digest.hex(secrets.ticket()))
                .json();
        var row = Row.of(key(secrets.state()), data).until(clock.instant().plus(LIFE));
        if (!table.write(Write.put(row).when(Condition.ABSENT)).done()) {
            throw new IllegalStateException("a random state was there already");
        }
        return secrets;
    }

    /** What belongs to this state. Whatever comes of it, a second answer finds nothing. */
    Optional<Secrets> take(String state, String ticket) {
        var row = table.get(key(state));
        boolean first = row.isPresent()
                && table.write(Write.delete(key(state)).when(Condition.EXISTS)).done();
        return row.filter(_ -> first)
                .map(it -> Fields.of(it.data()))
                .filter(it -> it.text("ticket").equals(Digest.hex(ticket)))
                .map(it -> new Secrets(state, it.text("nonce"), it.text("verifier"), ticket));
    }

    private String text() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Key key(String state) {
        return new Key("oidc#" + Digest.hex(state), "departure");
    }
}
