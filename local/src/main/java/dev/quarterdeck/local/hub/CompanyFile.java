package dev.quarterdeck.local.hub;

import dev.quarterdeck.edge.oidc.OidcSettings;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.platform.local.vault.OwnFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The company's identity provider, as whoever runs the hub names it in a file of their own. */
public record CompanyFile(URI issuer, OidcSettings.Client client, OidcSettings.Claims claims, Set<String> hosts) {
    private static final Set<String> MEMBERS = Set.of("issuer", "client_id", "client_secret", "groups_claim", "hosts");

    public CompanyFile {
        hosts = Set.copyOf(hosts);
    }

    /** It holds the client's secret: a file that others can read is refused. */
    public static CompanyFile read(Path path) {
        byte[] bytes = new OwnFile(path)
                .read()
                .orElseThrow(() -> Refusal.usage("--company: there is no file '%s'".formatted(path)));
        try {
            if (Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Obj object) {
                return of(Fields.of(object).only(MEMBERS));
            }
        } catch (Malformed e) {
            throw Refusal.usage("--company: '%s': %s".formatted(path, e.getMessage()));
        } catch (MalformedJsonException _) {
            // said below, without a word of what is in it
        }
        throw Refusal.usage("--company: '%s' is not a JSON object".formatted(path));
    }

    private static CompanyFile of(Fields file) {
        URI issuer = file.text("issuer", CompanyFile::issuer);
        List<String> hosts = file.has("hosts") ? file.texts("hosts") : List.of(issuer.getAuthority());
        return new CompanyFile(
                issuer,
                new OidcSettings.Client(file.text("client_id"), file.text("client_secret")),
                file.maybeText("groups_claim").map(OidcSettings.Claims::new).orElse(OidcSettings.Claims.COMMON),
                Set.copyOf(hosts));
    }

    /** People's sign-ins go there: over TLS, or to this machine. */
    private static URI issuer(String text) {
        URI uri = URI.create(text);
        boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
        boolean near = "http".equals(uri.getScheme())
                && Set.of("127.0.0.1", "localhost").contains(uri.getHost());
        if (!(secure || near) || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("must be an address like https://login.example.com");
        }
        return uri;
    }

    /** For a hub at this address. */
    OidcSettings at(URI hub) {
        return new OidcSettings(issuer, client, hub.resolve("/auth/callback"), hub.resolve("/"), claims, hosts);
    }
}
