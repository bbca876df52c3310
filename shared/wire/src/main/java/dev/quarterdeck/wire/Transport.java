package dev.quarterdeck.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Pooled connections to AWS. It sends each request once: whether to send again is decided by those who know what it does. */
final class Transport implements AutoCloseable {
    private final SdkHttpClient http;
    private final Lookups lookups;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("quarterdeck-deadlines").factory());

    Transport(WireSettings settings) {
        this(settings, new Lookups());
    }

    Transport(SdkHttpClient http) {
        this(http, new Lookups());
    }

    private Transport(WireSettings settings, Lookups lookups) {
        this(apache(settings, lookups), lookups);
    }

    private Transport(SdkHttpClient http, Lookups lookups) {
        this.http = http;
        this.lookups = lookups;
        watch.setRemoveOnCancelPolicy(true);
    }

    private static SdkHttpClient apache(WireSettings settings, Lookups lookups) {
        WireSettings.Network network = settings.network();
        ApacheHttpClient.Builder builder = ApacheHttpClient.builder()
                .connectionTimeout(settings.timeOuts().connect())
                .socketTimeout(settings.timeOuts().read())
                // To queue for a connection is no failure; the deadline of the call bounds it.
                .connectionAcquisitionTimeout(settings.timeOuts().call())
                .maxConnections(network.connections())
                .expectContinueEnabled(false)
                .tcpKeepAlive(true)
                .dnsResolver(lookups)
                .proxyConfiguration(proxy(network, settings.where().override()));
        network.caBundle().ifPresent(file -> builder.tlsTrustManagersProvider(new CaBundle(file)));
        return builder.build();
    }

    /** Sends the request and waits for the head of the response, which must be closed. */
    Reply send(SignedRequest request, Duration within) throws IOException {
        HttpExecuteRequest.Builder whole = HttpExecuteRequest.builder().request(request.request());
        request.payload().ifPresent(whole::contentStreamProvider);
        ExecutableHttpRequest exchange = http.prepareRequest(whole.build());
        Deadline deadline = new Deadline(exchange);
        deadline.alarm(watch.schedule(deadline, within.toNanos(), TimeUnit.NANOSECONDS));
        try {
            return new Reply(exchange.call(), deadline);
        } catch (IOException e) {
            deadline.cancel();
            throw deadline.passed() ? new DeadlineException(e) : e;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        lookups.close();
        http.close();
    }

    private static ProxyConfiguration proxy(WireSettings.Network network, Optional<URI> override) {
        boolean plain =
                override.map(URI::getScheme).filter("http"::equalsIgnoreCase).isPresent();
        ProxyConfiguration.Builder builder =
                ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariableValues(false);
        (plain ? network.httpProxy() : network.httpsProxy()).ifPresent(proxy -> {
            builder.endpoint(URI.create(proxy.getScheme() + "://" + proxy.getHost() + ":" + port(proxy)));
            builder.nonProxyHosts(
                    network.noProxy().stream().map(Transport::pattern).collect(Collectors.toSet()));
            Optional.ofNullable(proxy.getUserInfo())
                    .map(info -> info.split(":", 2))
                    .ifPresent(parts -> {
                        builder.username(parts[0]);
                        builder.password(parts.length == 2 ? parts[1] : "");
                        builder.preemptiveBasicAuthenticationEnabled(true);
                    });
        });
        return builder.build();
    }

    private static int port(URI proxy) {
        return proxy.getPort() >= 0 ? proxy.getPort() : proxy.getScheme().equals("https") ? 443 : 80;
    }

    /** NO_PROXY's words as the regular expressions that the HTTP client wants: a name stands for itself and what ends in it. */
    private static String pattern(String word) {
        String name = word.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
        return name.equals("*") ? ".*" : "(.*\\.)?" + Pattern.quote(name);
    }
}
