package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.scanning.ScanCounts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What is kept of a cell that was read: the look that it brought, if it told anything, what it cost, and what is missing. */
record CellResult(Optional<Look> look, ScanCounts.Reading reading, Optional<String> why) {
    static CellResult of(Optional<Look> look, ScanResult result, Shortfall shortfall) {
        Collection<Tally.Count> counts = result.requests().counts().values();
        var reading = new ScanCounts.Reading(
                result.resources(),
                sum(counts, Tally.Count::calls),
                sum(counts, Tally.Count::throttled),
                sum(counts, Tally.Count::denied),
                shortfall.gaps());
        return new CellResult(look, reading, shortfall.why());
    }

    private static long sum(Collection<Tally.Count> counts, ToLongFunction<Tally.Count> what) {
        return counts.stream().mapToLong(what).sum();
    }

    Json.Obj json() {
        var members = new Members();
        look.ifPresent(seen -> members.put("look", seen.json()));
        return reading.into(members).maybe("why", why).json();
    }

    /** Nothing where all that could be told is as it was known. */
    static Optional<Look> look(Json result) {
        return Fields.of((Json.Obj) result).maybeObject("look").map(Look::of);
    }
}
