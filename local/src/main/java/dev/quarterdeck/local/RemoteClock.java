package dev.quarterdeck.local;

import dev.quarterdeck.wire.WireSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Asks a server for the time by its Date header; whatever it answers otherwise is of no interest. */
final class RemoteClock {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Shell shell;
    private final WireSettings settings;

    /** What came of asking. */
    sealed interface Heard {}

    /** {@code off}: how far this machine's clock is ahead. */
    record Says(Duration off) implements Heard {}

    record Silent(String why) implements Heard {}

    RemoteClock(Shell shell, WireSettings settings) {
        this.shell = shell;
        this.settings = settings;
    }

    Heard ask(URI server) {
        try {
            var connection = (HttpURLConnection) server.toURL().openConnection(proxy(server));
            connection.setRequestMethod("HEAD");
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int _ = connection.getResponseCode();
            long date = connection.getHeaderFieldDate("Date", 0);
            connection.disconnect();
            return date == 0
                    ? new Says(Duration.ZERO)
                    : new Says(Duration.between(
                            Instant.ofEpochMilli(date), shell.clock().instant()));
        } catch (IOException | IllegalArgumentException e) {
            return new Silent(String.valueOf(e.getMessage()));
        }
    }

    private Proxy proxy(URI server) {
        boolean direct = settings.network().noProxy().stream()
                .anyMatch(host -> host.equals("*") || server.getHost().endsWith(host));
        return settings.network()
                .httpsProxy()
                .filter(_ -> !direct && server.getScheme().equals("https"))
                .map(proxy -> new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())))
                .orElse(Proxy.NO_PROXY);
    }
}
