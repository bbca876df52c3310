package dev.quarterdeck.local;

import dev.quarterdeck.local.access.Profiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
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
            description =
                    "ask this instead of AWS, for an emulator (default: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE>"
                            + " and what the profile says)")
    Optional<String> url = Optional.empty();

    /** The option, else what the environment and the first of these profiles say; refuses what is no URL. */
    ScanWish.Wire wire(Shell shell, List<String> profiles, Optional<Integer> percent) {
        if (url.isPresent()) {
            return new ScanWish.Wire(Optional.of(parse("--endpoint-url", url.get())), Map.of(), percent);
        }
        String profile = profiles.isEmpty() ? shell.env().getOrDefault("AWS_PROFILE", "default") : profiles.getFirst();
        var configured = new ConfiguredEndpoints(shell.env(), Profiles.read(shell.env(), shell.userHome()), profile);
        return configured.ignored()
                ? new ScanWish.Wire(Optional.empty(), Map.of(), percent)
                : new ScanWish.Wire(
                        configured.general(),
                        configured.ofServices(() -> shell.knowledge().models()),
                        percent);
    }

    static URI parse(String where, String text) {
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
