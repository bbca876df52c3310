package dev.quarterdeck.local.demo;

import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.serve.Listening;
import dev.quarterdeck.local.serve.Pages;
import dev.quarterdeck.local.serve.Serving;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.tape.Player;
import dev.quarterdeck.wire.tape.Tape;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A hub of the demo's company, served to this machine: connected, looked at as often as the tape tells, and signed in to by a link. */
public final class Demo implements AutoCloseable {
    private final DemoHub hub;
    private final Serving serving;
    private final SignInLink link;
    private final Seen seen;

    private record Seen(List<Instant> looks, long resources) {}

    private Demo(DemoHub hub, Serving serving, SignInLink link, Seen seen) {
        this.hub = hub;
        this.serving = serving;
        this.link = link;
        this.seen = seen;
    }

    /** {@code lines} takes the log. */
    public static Demo begin(Stage stage, HubApi.Build build, int port, Consumer<Json.Obj> lines) {
        var home = new Home(stage.folder());
        Tape tape = Estate.tape();
        var clock = new DemoClock(tape.looks().getFirst());
        var player = new Player(tape, clock);
        var tally = new Tally();
        var aws = new AwsClient(AwsClient.Catalog.shipped(), DemoAws.settings(), tally, clock, player);
        var hub = new DemoHub(home, new DemoHub.Way(aws, tally, Estate.environment()), build, clock);
        try {
            hub.connect((member, id) -> player.read(member.externalIdOnTape(), id.value()));
            long resources = 0;
            for (Instant look : tape.looks()) {
                clock.moveTo(look);
                resources = hub.scan();
            }
            var link = new SignInLink();
            var serving = Serving.start(home, new Listening.Near(port), hub.hub(), lines, link.or(new Pages(site())));
            link.opens(FirstAdmin.signUp(hub.hub(), serving.address()));
            return new Demo(hub, serving, link, new Seen(tape.looks(), resources));
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private static Json.Obj site() {
        return new Members()
                .put(
                        "banner",
                        "Demo: %s does not exist, and its AWS is a tape. What you do here changes nothing anywhere."
                                .formatted(Estate.COMPANY))
                .json();
    }

    public URI address() {
        return serving.address();
    }

    /** Signs in whoever opens it first. */
    public URI signIn() {
        return address().resolve(link.path());
    }

    public List<Instant> looks() {
        return seen.looks();
    }

    /** What the last look found. */
    public long resources() {
        return seen.resources();
    }

    @Override
    public void close() {
        try (hub) { // after what serves it
            serving.close();
        }
    }
}
