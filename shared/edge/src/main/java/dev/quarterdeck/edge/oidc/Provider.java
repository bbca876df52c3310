package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's endpoints, as its discovery document gives them and our settings allow, and whether it names itself in
 * its answers (RFC 9207).
 */
record Provider(URI authorization, URI token, URI keys, Optional<URI> endSession, boolean namesItself) {
    static Provider read(Json.Obj document, OidcSettings settings) {
        var fields = Fields.of(document);
        if (!fields.text("issuer").equals(settings.issuer().toString())) {
            throw new Malformed("/issuer", "is not the one asked: '%s'".formatted(fields.text("issuer")));
        }
        if (!fields.texts("code_challenge_methods_supported").contains("S256")) {
            throw new Malformed("/code_challenge_methods_supported", "lacks S256");
        }
        return new Provider(
                fields.text("authorization_endpoint", text -> endpoint(text, settings)),
                fields.text("token_endpoint", text -> endpoint(text, settings)),
                fields.text("jwks_uri", text -> endpoint(text, settings)),
                fields.maybeText("end_session_endpoint", text -> endpoint(text, settings)),
                fields.has("authorization_response_iss_parameter_supported")
                        && fields.flag("authorization_response_iss_parameter_supported"));
    }

    /** Of the issuer's scheme, on a host that the settings name. */
    private static URI endpoint(String text, OidcSettings settings) {
        URI uri = URI.create(text);
        Set<String> hosts = settings.hosts();
        if (!settings.issuer().getScheme().equals(uri.getScheme())
                || uri.getUserInfo() != null
                || uri.getHost() == null
                || !hosts.contains(uri.getAuthority())) {
            throw new IllegalArgumentException("is not at %s: '%s'".formatted(hosts, text));
        }
        return uri;
    }
}
