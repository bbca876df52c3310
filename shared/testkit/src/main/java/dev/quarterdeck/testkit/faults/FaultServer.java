package dev.quarterdeck.testkit.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Stands before an emulator, passes requests on, and fails those it was told to. One request a connection. */
public final class FaultServer implements AutoCloseable {
    private record Rule(Predicate<Asked> where, Fault fault) {}

    private final URI upstream;
    private final ServerSocket door;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Asked> heard = new CopyOnWriteArrayList<>();
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();

    private FaultServer(URI upstream, ServerSocket door) {
        this.upstream = upstream;
        this.door = door;
    }

    public static FaultServer before(URI upstream) {
        try {
            var server = new FaultServer(upstream, new ServerSocket(0, 512, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From here on requests like these meet this fault; rules given first go first. */
    public void fail(Predicate<Asked> where, Fault fault) {
        rules.add(new Rule(where, fault));
    }

    /** All requests heard so far, in the order in which they came. */
    public List<Asked> heard() {
        return List.copyOf(heard);
    }

    /** Forgets its rules and what it heard. */
    public void behave() {
        rules.clear();
        heard.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            var asked = Asked.from(new BufferedInputStream(caller.getInputStream()), caller.getOutputStream());
            if (asked.isPresent()) {
                heard.add(asked.get());
                faultFor(asked.get()).befall(new Conversation(caller, asked.get(), upstream));
            }
        } catch (IOException e) {
            return; // the caller hung up: nobody is left to tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            callers.remove(caller);
        }
    }

    private Fault faultFor(Asked asked) {
        return rules.stream()
                .filter(rule -> rule.where().test(asked))
                .map(Rule::fault)
                .findFirst()
                .orElse(conversation -> conversation.send(conversation.upstream()));
    }
}
