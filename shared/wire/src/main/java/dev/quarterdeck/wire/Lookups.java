package dev.quarterdeck.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves names on threads of its own: the system's resolver can neither be interrupted nor let go of the carrier of a
 * virtual thread, so two slow names would stop everything on a machine with two processors.
 */
final class Lookups implements DnsResolver, AutoCloseable {
    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("quarterdeck-names-", 0).factory());

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> lookup = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return lookup.get();
        } catch (InterruptedException _) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted while looking up " + host);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new UnknownHostException(host);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
