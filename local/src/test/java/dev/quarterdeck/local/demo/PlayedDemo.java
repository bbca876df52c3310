package dev.quarterdeck.local.demo;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.tape.Player;
import dev.quarterdeck.wire.tape.Tape;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The demo from its first look to its last, and what it asked that the tape does not answer. */
record PlayedDemo(List<Look> looks, List<String> missed) {
    /** What one look showed. */
    record Look(List<Resource> resources, List<Coverage> coverage) {}

    static PlayedDemo of(Tape tape, Path folder) {
        var clock = new DemoClock(tape.looks().getFirst());
        var player = new Player(tape, clock);
        var tally = new Tally();
        Queue<String> missed = new ConcurrentLinkedQueue<>();
        CallListener listener = attempt -> {
            tally.sent(attempt);
            if (attempt.received().code().equals(Tape.MISSING)) {
                missed.add("%s %s in %s"
                        .formatted(attempt.call().service(), attempt.call().operation(), attempt.region()));
            }
        };
        var aws = new AwsClient(AwsClient.Catalog.shipped(), DemoAws.settings(), listener, clock, player);
        var way = new DemoHub.Way(aws, tally, Estate.environment());
        var looks = new ArrayList<Look>();
        try (var hub = new DemoHub(new Home(folder), way, new HubApi.Build("test", "test"), clock)) {
            hub.connect((member, id) -> player.read(member.externalIdOnTape(), id.value()));
            for (Instant at : tape.looks()) {
                clock.moveTo(at);
                var sight = new Sight(new Look(new ArrayList<>(), new ArrayList<>()));
                hub.look(sight);
                looks.add(sight.look);
            }
            hub.hub().upkeep(_ -> {}).round();
        }
        return new PlayedDemo(looks, List.copyOf(missed));
    }

    private record Sight(Look look) implements FactSink {
        @Override
        public void resource(Resource resource) {
            look.resources().add(resource);
        }

        @Override
        public void edge(Edge edge) {}

        @Override
        public void coverage(Coverage coverage) {
            look.coverage().add(coverage);
        }
    }
}
