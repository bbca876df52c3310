package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Optional;

/**
 * How a cell stands. {@code rank} is its place among the cells of its account, {@code fence} grows with each lease,
 * {@code tries} counts the leases since it was opened, {@code beats} is what its holder counts up, {@code outcome} what came of it.
 */
public record CellState(Cell cell, long rank, long fence, long tries, long beats, Outcome outcome) {
    /** What came of a cell so far. */
    public sealed interface Outcome {
        record Open() implements Outcome {}

        record Leased() implements Outcome {}

        record Read(Json result) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    static final Outcome OPEN = new Outcome.Open();
    static final Outcome LEASED = new Outcome.Leased();

    static CellState first(Cell cell, long rank) {
        return new CellState(cell, rank, 0, 0, 0, OPEN);
    }

    /** Its fence stays: whoever held it last holds nothing of what comes. */
    CellState reopened() {
        return new CellState(cell, rank, fence, 0, 0, OPEN);
    }

    CellState leased() {
        return new CellState(cell, rank, fence + 1, tries + 1, 0, LEASED);
    }

    CellState with(Outcome other) {
        return new CellState(cell, rank, fence, tries, beats, other);
    }

    Lease lease(ScanId scan) {
        return new Lease(scan, cell, fence);
    }

    boolean isHeldBy(Lease lease) {
        return outcome.equals(LEASED) && fence == lease.fence();
    }

    Json.Obj json() {
        var members = new Members()
                .put("cell", cell.toString())
                .put("rank", rank)
                .put("fence", fence)
                .put("tries", tries)
                .put("beats", beats)
                .put("outcome", outcome.getClass().getSimpleName());
        return switch (outcome) {
            case Outcome.Open _, Outcome.Leased _ -> members.json();
            case Outcome.Read(var result) ->
                members.put("result", result.text()).json();
            case Outcome.Failed(var why) -> members.put("why", why).json();
        };
    }

    static CellState of(Json.Obj data) {
        Fields fields = Fields.of(data);
        Outcome outcome = switch (fields.text("outcome")) {
            case "Open" -> OPEN;
            case "Leased" -> LEASED;
            case "Read" -> new Outcome.Read(fields.text("result", Json::parse));
            case "Failed" -> new Outcome.Failed(fields.text("why"));
            case String other -> throw new IllegalStateException("no cell is '%s'".formatted(other));
        };
        return new CellState(
                fields.text("cell", Cell::parse),
                fields.whole("rank"),
                fields.whole("fence"),
                fields.whole("tries"),
                fields.whole("beats"),
                outcome);
    }

    /** Why it was not read, or not all of it. */
    public Optional<String> gap() {
        return switch (outcome) {
            case Outcome.Open _, Outcome.Leased _ -> Optional.empty();
            case Outcome.Failed(var why) -> Optional.of(why);
            case Outcome.Read(var result) ->
                result instanceof Json.Obj told ? Fields.of(told).maybeText("why") : Optional.empty();
        };
    }

    boolean isOver() {
        return outcome instanceof Outcome.Read || outcome instanceof Outcome.Failed;
    }

    /** What it is for the next worker: leased, or after too many that were lost over it, given up. */
    CellState next(int mostTries) {
        return tries < mostTries
                ? leased()
                : with(new Outcome.Failed("given up: %d workers were lost over it".formatted(tries)));
    }
}
