package dev.quarterdeck.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which hub a command means, and how AWS is reached where it is one that this command opens. */
final class HubAddress {
    @Option(
            names = "--hub",
            order = 30,
            paramLabel = "URL",
            description = "the hub at this address, after 'quarterdeck login URL' (default: QUARTERDECK_HUB,"
                    + " else the hub of this workspace, whether it is served or not)")
    Optional<String> hub = Optional.empty();

    @Mixin
    EndpointOptions endpoint = new EndpointOptions();

    /** The hub elsewhere that is meant, if it is one. */
    Optional<URI> of(Map<String, String> env) {
        return hub.map(text -> address("--hub", text))
                .or(() -> Optional.ofNullable(env.get("QUARTERDECK_HUB"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> address("QUARTERDECK_HUB", text)));
    }

    /** An address without TLS is one of this machine's own: passwords and tokens go there. */
    static URI address(String where, String text) {
        try {
            URI uri = new URI(text);
            boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
            boolean near = "http".equals(uri.getScheme())
                    && ("127.0.0.1".equals(uri.getHost())
                            || "localhost".equals(uri.getHost())
                            || "[::1]".equals(uri.getHost()));
            if (secure || near) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // said below, like every other that is no such address
        }
        throw Refusal.usage(
                "%s: '%s' is no hub's address: give one like https://hub.example.com, or http://127.0.0.1:8080"
                        .formatted(where, text));
    }
}
