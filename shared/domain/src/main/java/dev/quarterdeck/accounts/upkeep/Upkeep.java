package dev.quarterdeck.accounts.upkeep;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Does the hub's chores when they are due. What goes wrong is told in the log and tried again when it is next due. */
public final class Upkeep {
    private final List<Chore> chores;
    private final Rounds rounds;
    private final Clock clock;
    private final Consumer<Json.Obj> lines;

    public Upkeep(List<Chore> chores, Rounds rounds, Clock clock, Consumer<Json.Obj> lines) {
        this.chores = List.copyOf(chores);
        this.rounds = rounds;
        this.clock = clock;
        this.lines = lines;
    }

    /** Whatever is due, one after the other; one that fails keeps none from its turn. */
    public void round() {
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
}
