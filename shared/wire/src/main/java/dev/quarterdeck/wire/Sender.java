package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Makes an HTTP request of what a protocol serialised, signs it with the time at its host, and sends it once. */
final class Sender implements AutoCloseable {
    private final Transport transport;
    private final Signer signer = new Signer();
    private final Skew skew;
    private final String userAgent;

    Sender(Transport transport, WireSettings settings, Timing timing) {
        this.transport = transport;
        this.skew = new Skew(timing);
        this.userAgent = settings.userAgent();
    }

    Reply send(WireRequest request, Routes.Route.Found route, AwsCredentials credentials, Duration within)
            throws IOException {
        SignedRequest signed = signer.sign(
                http(request, route),
                request.body(),
                route.signing(),
                credentials,
                skew.clock(route.at().getAuthority()));
        return transport.send(signed, within);
    }

    Reply sendUnsigned(WireRequest request, Routes.Route.Found route, Duration within) throws IOException {
        return transport.send(Signer.unsigned(http(request, route), request.body()), within);
    }

    /** Learns from a refusal's Date header; true if the signature's time was wrong. */
    boolean corrects(Routes.Route.Found route, String date) {
        return skew.learn(route.at().getAuthority(), date);
    }

    @Override
    public void close() {
        transport.close();
    }

    private SdkHttpRequest http(WireRequest request, Routes.Route.Found route) {
        URI at = route.at();
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol(at.getScheme())
                .host(at.getHost())
                .port(at.getPort() < 0 ? null : at.getPort())
                .encodedPath(route.path());
        request.query().forEach(pair -> builder.appendRawQueryParameter(pair.name(), pair.value()));
        request.headers().forEach(builder::putHeader);
        builder.putHeader("User-Agent", userAgent);
        if (request.body().length > 0 || request.method().startsWith("P")) {
            builder.putHeader("Content-Length", String.valueOf(request.body().length));
        }
        return builder.build();
    }
}
