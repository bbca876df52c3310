package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.events.Dispatcher;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** A hub being served, findable on the loopback address by command lines that can read its workspace. */
public final class Serving implements AutoCloseable {
    private final List<HttpHost> hosts;
    private final URI address;
    private final Home home;
    private final Hands hands;

    private Serving(List<Reached> reached, Home home, Hands hands) {
        this.hosts = reached.stream().map(Reached::host).toList();
        this.address = reached.getFirst().address();
        this.home = home;
        this.hands = hands;
    }

    /** All that the hub does without being asked. */
    private record Hands(Dispatcher dispatcher, Caretaker caretaker, LocalHub.Working work) implements AutoCloseable {
        static Hands begin(LocalHub hub, Consumer<Json.Obj> lines) {
            LocalHub.Working work = hub.work(lines);
            return new Hands(hub.deliver(), Caretaker.start(hub.upkeep(lines)), work);
        }

        @Override
        public void close() {
            caretaker.close();
            dispatcher.close();
            work.close();
        }
    }

    private record Reached(HttpHost host, URI address) {}

    /** Begins to serve; {@code lines} takes the log. */
    public static Serving start(Home home, Listening where, LocalHub hub, Consumer<Json.Obj> lines) {
        return start(home, where, hub, lines, new Pages(Json.Obj.EMPTY));
    }

    /** The same behind a front of the caller's. */
    public static Serving start(Home home, Listening where, LocalHub hub, Consumer<Json.Obj> lines, Front front) {
        var doors = new Doors(hub, new PrometheusTelemetry(lines), front);
        var reached = switch (where) {
            case Listening.Near near -> List.of(doors.near(near.port()));
            case Listening.Far far -> List.of(doors.far(far), doors.near(0));
        };
        var serving = new Serving(reached, home, Hands.begin(hub, lines));
        new Running(
                        reached.getLast().address(),
                        hub.consoleToken(),
                        ProcessHandle.current().pid())
                .write(home);
        return serving;
    }

    /** The same hub behind each door; which port it is, and so which host names count, the host knows. */
    private record Doors(LocalHub hub, PrometheusTelemetry telemetry, Front front) {
        Reached near(int port) {
            return opened(
                    new Door(InetAddress.getLoopbackAddress(), port, Optional.empty()),
                    free -> URI.create("http://127.0.0.1:" + free),
                    free -> hub.edge(free, telemetry, telemetry::text));
        }

        Reached far(Listening.Far far) {
            List<String> names = far.certificate().names();
            return opened(
                    new Door(far.address(), far.port(), Optional.of(far.certificate())),
                    free -> URI.create("https://%s:%d".formatted(names.getFirst(), free)),
                    free -> hub.edgeOverTls(names, free, telemetry, telemetry::text));
        }

        private Reached opened(Door door, IntFunction<URI> address, IntFunction<HttpEdge> edge) {
            var inside = new CompletableFuture<HttpEdge>();
            HttpHost host = door.open(request ->
                    front.answer(request).orElseGet(() -> inside.join().handle(request)));
            inside.complete(edge.apply(host.port()));
            return new Reached(host, address.apply(host.port()));
        }
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        Running.forget(home);
        hands.close();
        hosts.forEach(HttpHost::close);
    }
}
