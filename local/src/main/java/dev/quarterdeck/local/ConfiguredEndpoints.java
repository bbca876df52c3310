package dev.quarterdeck.local;

import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.wire.model.ModelIndex;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The endpoints that the environment and a profile name, for all services or for one, in the order of AWS's own tools. */
final class ConfiguredEndpoints {
    private static final String GENERAL = "AWS_ENDPOINT_URL";
    private static final String OF_SERVICE = GENERAL + "_";

    private final Map<String, String> env;
    private final Profiles profiles;
    private final String profile;

    ConfiguredEndpoints(Map<String, String> env, Profiles profiles, String profile) {
        this.env = env;
        this.profiles = profiles;
        this.profile = profile;
    }

    boolean ignored() {
        return env.getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "").equalsIgnoreCase("true")
                || profiles.setting(profile, "ignore_configured_endpoint_urls")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
    }

    Optional<URI> general() {
        return variable(GENERAL)
                .map(text -> EndpointOptions.parse(GENERAL, text))
                .or(() -> profiles.setting(profile, "endpoint_url").map(this::ofProfile));
    }

    /** By our name of the service. The models are needed for AWS's names only, so only where there is something to find. */
    Map<String, URI> ofServices(Supplier<ModelIndex> models) {
        var found = new LinkedHashMap<String, URI>();
        boolean some = env.keySet().stream().anyMatch(name -> name.startsWith(OF_SERVICE))
                || profiles.setting(profile, "services").isPresent();
        if (some) {
            for (String service : models.get().services()) {
                String id = models.get().service(service).serviceId().replaceAll("[ -]", "_");
                ofService(id).ifPresent(endpoint -> found.put(service, endpoint));
            }
        }
        return found;
    }

    private Optional<URI> ofService(String id) {
        String name = OF_SERVICE + id.toUpperCase(Locale.ROOT);
        Optional<URI> ofEnvironment = variable(name).map(text -> EndpointOptions.parse(name, text));
        // The environment's general one goes before whatever a profile says.
        return ofEnvironment.isPresent() || variable(GENERAL).isPresent()
                ? ofEnvironment
                : profiles.serviceEndpoint(profile, id.toLowerCase(Locale.ROOT)).map(this::ofProfile);
    }

    private URI ofProfile(String text) {
        return EndpointOptions.parse("endpoint_url of profile '%s'".formatted(profile), text);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(text -> !text.isEmpty());
    }
}
