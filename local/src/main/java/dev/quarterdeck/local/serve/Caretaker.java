package dev.quarterdeck.local.serve;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.accounts.upkeep.Rounds;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does the hub's chores while it is served. What goes wrong is told in the log and tried again when it is next due. */
final class Caretaker implements AutoCloseable {
    private final List<Chore> chores;
    private final Rounds rounds;
    private final Clock clock;
    private final Consumer<Json.Obj> lines;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chores").factory());

    Caretaker(List<Chore> chores, Rounds rounds, Clock clock, Consumer<Json.Obj> lines) {
        this.chores = chores;
        this.rounds = rounds;
        this.clock = clock;
        this.lines = lines;
    }

    static Caretaker start(List<Chore> chores, Rounds rounds, Clock clock, Consumer<Json.Obj> lines) {
        var caretaker = new Caretaker(chores, rounds, clock, lines);
        var _ = caretaker.thread.scheduleWithFixedDelay(caretaker::round, 0, 1, TimeUnit.MINUTES);
        return caretaker;
    }

    /** Whatever is due, one after the other; one that fails keeps none from its turn. */
    void round() {
        for (Chore chore : chores) {
            try {
                if (rounds.take(chore)) {
                    tell("INFO", chore, "done", chore.work().apply(Attribution.hub(chore.name())));
                }
            } catch (
                    RuntimeException
                            e) { // the edge of the process, as for a request: nobody else is there to answer to
                tell("ERROR", chore, "failed", String.valueOf(e.getMessage()));
            }
        }
    }

    private void tell(String level, Chore chore, String outcome, String what) {
        lines.accept(new Members()
                .put("time", clock.instant())
                .put("level", level)
                .put("chore", chore.name())
                .put("outcome", outcome)
                .put("what", what)
                .json());
    }

    /** Lets the one that is being done end. */
    @Override
    public void close() {
        thread.close();
    }
}
