package dev.quarterdeck.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where AWS is. */
final class EndpointOptions {
    private static final String EXAMPLE = "give one like http://127.0.0.1:5555";

    @Option(
            names = "--endpoint-url",
            order = 20,
            paramLabel = "URL",
            description = "ask this instead of AWS, for an emulator (default: AWS_ENDPOINT_URL)")
    Optional<String> url = Optional.empty();

    /** The option, else the environment's; refuses what is no URL. */
    Optional<URI> endpoint(Map<String, String> env) {
        if (url.isPresent()) {
            return Optional.of(parse("--endpoint-url", url.get()));
        }
        boolean ignored =
                env.getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "").equalsIgnoreCase("true");
        return Optional.ofNullable(env.get("AWS_ENDPOINT_URL"))
                .filter(text -> !text.isEmpty() && !ignored)
                .map(text -> parse("AWS_ENDPOINT_URL", text));
    }

    private static URI parse(String where, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // said below, in our words
        }
        throw Refusal.usage("%s: '%s' is not an http or https URL: %s".formatted(where, text, EXAMPLE));
    }
}
