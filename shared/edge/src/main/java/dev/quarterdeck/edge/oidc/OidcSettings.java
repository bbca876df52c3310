package dev.quarterdeck.edge.oidc;

import java.net.URI;
import java.util.Set;

/** One provider, as the hub's owner set it up; everything else comes from its discovery document. */
public record OidcSettings(URI issuer, Client client, URI redirect, URI afterLogout, Claims claims, Set<String> hosts) {
    /** Who the hub is to the provider. */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[%s]".formatted(id);
        }
    }

    /** In which claims the provider tells groups: an array of texts. */
    public record Claims(String groups) {
        public static final Claims COMMON = new Claims("groups");
        public static final Claims COGNITO = new Claims("cognito:groups");
    }

    /** {@code hosts}: where the provider's endpoints may be; a discovery document cannot send us elsewhere. */
    public OidcSettings {
        hosts = Set.copyOf(hosts);
    }
}
