package dev.quarterdeck.local.demo;

import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.tape.Player;
import dev.quarterdeck.wire.tape.Tape;
import java.nio.file.Path;
import java.time.Instant;

/** A workspace of the demo's company in which all looks of the tape are published: for commands to ask. */
public final class DemoWorkspace {
    private DemoWorkspace() {}

    public static void in(Path folder) {
        Tape tape = Estate.tape();
        var clock = new DemoClock(tape.looks().getFirst());
        var player = new Player(tape, clock);
        var tally = new Tally();
        var aws = new AwsClient(AwsClient.Catalog.shipped(), DemoAws.settings(), tally, clock, player);
        var way = new DemoHub.Way(aws, tally, Estate.environment());
        try (var hub = new DemoHub(new Home(folder), way, new HubApi.Build("test", "test"), clock)) {
            hub.connect((member, id) -> player.read(member.externalIdOnTape(), id.value()));
            for (Instant at : tape.looks()) {
                clock.moveTo(at);
                hub.scan();
            }
        }
    }
}
