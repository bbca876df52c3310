package dev.quarterdeck.edge.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A provider's public keys by name. They are fetched anew for a name that is not there, once a minute at most, and
 * serve for an hour where the provider does not answer.
 */
final class Keys {
    /** Fetches the document that holds them. */
    interface Source {
        Json.Obj fetch() throws IOException;
    }

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofHours(1);

    private final Source source;
    private final Clock clock;
    private Map<String, JWK> known = Map.of();
    private Instant fetched = Instant.MIN;
    private Instant asked = Instant.MIN;

    Keys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized Optional<JWK> named(String kid) {
        Instant now = clock.instant();
        boolean old = !fetched.isAfter(now.minus(OLDEST));
        if ((old || !known.containsKey(kid)) && !asked.isAfter(now.minus(PAUSE))) {
            asked = now;
            fetch(now);
        }
        return fetched.isAfter(now.minus(OLDEST)) ? Optional.ofNullable(known.get(kid)) : Optional.empty();
    }

    private void fetch(Instant now) {
        try {
            known = JWKSet.parse(source.fetch().text()).getKeys().stream()
                    .filter(key -> key.getKeyID() != null && !key.isPrivate())
                    .collect(Collectors.toMap(JWK::getKeyID, key -> key, (one, _) -> one));
            fetched = now;
        } catch (IOException | ParseException _) {
            // the keys of before serve on, for as long as they may
        }
    }
}
