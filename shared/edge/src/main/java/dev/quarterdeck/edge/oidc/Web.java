package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** How the hub talks to a provider: few seconds, small answers, no redirects. */
public interface Web {
    Json.Obj get(URI uri) throws IOException;

    /** Posts a form as the client that the settings name. */
    Json.Obj post(URI uri, OidcSettings.Client client, Map<String, String> form) throws IOException;
}
