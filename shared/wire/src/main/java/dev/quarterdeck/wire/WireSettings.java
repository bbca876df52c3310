package dev.quarterdeck.wire;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the client sends. {@code ratePercent} is the share of AWS's published call rates that we take, empty where nobody
 * meters (an emulator); {@code pageSize}
 * replaces every page size (for tests that want many pages).
 */
public record WireSettings(
        OptionalInt ratePercent,
        TimeOuts timeOuts,
        Where where,
        Network network,
        OptionalInt pageSize,
        String userAgent) {
    /** The share of a customer's call rates that we take unless told otherwise: their own automation needs the rest. */
    public static final int DEFAULT_RATE = 25;

    public WireSettings {
        ratePercent.ifPresent(WireSettings::check);
    }

    /** {@code call} bounds one request with its retries, from connecting to its last byte; waiting for our turn is apart. */
    public record TimeOuts(Duration connect, Duration read, Duration call) {
        public static final TimeOuts DEFAULT =
                new TimeOuts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(3));
    }

    /**
     * Which endpoints are asked. An override stands for all of them and is applied before signing; {@code services} have
     * overrides of their own.
     */
    public record Where(Optional<URI> override, Map<String, URI> services, boolean fips, boolean dualStack) {
        public static final Where AWS = new Where(Optional.empty(), false, false);

        public Where {
            services = Map.copyOf(services);
            override.ifPresent(Where::check);
            services.values().forEach(Where::check);
        }

        public Where(Optional<URI> override, boolean fips, boolean dualStack) {
            this(override, Map.of(), fips, dualStack);
        }

        Optional<URI> override(String service) {
            return Optional.ofNullable(services.get(service)).or(this::override);
        }

        public static Where at(URI override) {
            return new Where(Optional.of(override), false, false);
        }

        private static void check(URI override) {
            String scheme = String.valueOf(override.getScheme());
            if (override.getHost() == null || !scheme.matches("https?")) {
                throw new IllegalArgumentException("endpoint must be an http or https URL: '%s'".formatted(override));
            }
        }
    }

    /** The way out of this machine: proxies, hosts that need none (as in NO_PROXY), and a PEM file of whom to trust instead of the JDK's list. */
    public record Network(
            Optional<URI> httpProxy,
            Optional<URI> httpsProxy,
            List<String> noProxy,
            Optional<Path> caBundle,
            int connections) {
        public static final Network DIRECT =
                new Network(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 256);

        public Network {
            noProxy = List.copyOf(noProxy);
        }

        /** HTTP_PROXY, HTTPS_PROXY, NO_PROXY (either case) and AWS_CA_BUNDLE, as the AWS command line reads them. */
        public static Network from(Map<String, String> environment) {
            return new Network(
                    proxy(environment, "http_proxy"),
                    proxy(environment, "https_proxy"),
                    variable(environment, "no_proxy")
                            .map(text -> List.of(text.split("[\\s,]+")))
                            .orElse(List.of()),
                    variable(environment, "AWS_CA_BUNDLE").map(Path::of),
                    DIRECT.connections());
        }

        private static Optional<URI> proxy(Map<String, String> environment, String name) {
            return variable(environment, name).map(text -> URI.create(text.contains("://") ? text : "http://" + text));
        }

        private static Optional<String> variable(Map<String, String> environment, String name) {
            return Optional.ofNullable(environment.get(name))
                    .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(java.util.Locale.ROOT))))
                    .filter(text -> !text.isBlank());
        }
    }

    public static WireSettings standard(String version) {
        return new WireSettings(
                OptionalInt.of(DEFAULT_RATE),
                TimeOuts.DEFAULT,
                Where.AWS,
                Network.DIRECT,
                OptionalInt.empty(),
                "quarterdeck/" + version);
    }

    public WireSettings withRate(int percent) {
        return new WireSettings(OptionalInt.of(percent), timeOuts, where, network, pageSize, userAgent);
    }

    public WireSettings withoutLimits() {
        return new WireSettings(OptionalInt.empty(), timeOuts, where, network, pageSize, userAgent);
    }

    public WireSettings withTimeOuts(TimeOuts other) {
        return new WireSettings(ratePercent, other, where, network, pageSize, userAgent);
    }

    public WireSettings withWhere(Where other) {
        return new WireSettings(ratePercent, timeOuts, other, network, pageSize, userAgent);
    }

    public WireSettings withNetwork(Network other) {
        return new WireSettings(ratePercent, timeOuts, where, other, pageSize, userAgent);
    }

    public WireSettings withPageSize(int size) {
        return new WireSettings(ratePercent, timeOuts, where, network, OptionalInt.of(size), userAgent);
    }

    private static void check(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("rate must be 1 to 100 percent: '%d'".formatted(percent));
        }
    }
}
