package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.scanning.ScanCounts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** What is kept of a cell that was read: the look that it brought, and what it cost. */
record CellResult(Look look, ScanCounts.Reading reading) {
    static CellResult of(Look look, ScanResult result) {
        Collection<Tally.Count> counts = result.requests().counts().values();
        var reading = new ScanCounts.Reading(
                result.resources(),
                sum(counts, Tally.Count::calls),
                sum(counts, Tally.Count::throttled),
                sum(counts, Tally.Count::denied));
        return new CellResult(look, reading);
    }

    private static long sum(Collection<Tally.Count> counts, ToLongFunction<Tally.Count> what) {
        return counts.stream().mapToLong(what).sum();
    }

    Json.Obj json() {
        return reading.into(new Members().put("look", look.json())).json();
    }

    static Look look(Json result) {
        return Look.of(Fields.of((Json.Obj) result).object("look"));
    }
}
