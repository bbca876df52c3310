package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.edges.EdgeResolver;
import dev.quarterdeck.collect.facts.FactMaker;
import dev.quarterdeck.collect.scan.ScanResult.Opened;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Collects facts: accounts by regions by types, all at once as far as AWS's limits allow. */
public final class Scan {
    private final Instruments instruments;

    public Scan(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * Looks at all that is asked for and returns when it is done. Interrupting the thread ends the scan at once: what was
     * found has gone to the sink, the rest is covered as failed, and the thread is no longer interrupted.
     */
    public ScanResult run(ScanRequest request, FactSink sink) {
        TypeCatalog catalog = instruments.catalog();
        var pace = new Pace(instruments.tally());
        try (var edges = new EdgeResolver(catalog);
                var outlet = new Outlet(sink, edges, pace::progress)) {
            var asking = new Asking(instruments.aws(), instruments.tally(), outlet::broken);
            var facts =
                    new FactMaker(instruments.redaction(), new Resource.Versions(catalog.version(), catalog.models()));
            var run = new Run(
                    asking,
                    new Wanted(catalog, request.types()),
                    new Run.Making(facts, new Thrift(request.recollection(), facts, instruments.clock())),
                    outlet,
                    pace,
                    new Run.Terms(request, instruments.clock()));
            return run(run);
        }
    }

    private ScanResult run(Run run) {
        List<Target> targets = run.request().targets();
        run.pace().accounts().expect(targets.size());
        ConcurrentMap<Target, Opened> opened = new ConcurrentHashMap<>();
        Fork.each(targets, targets.size(), target -> opened.put(target, look(run, target)));
        return new ScanResult(
                Thread.interrupted(),
                targets.stream()
                        .flatMap(target -> Optional.ofNullable(opened.get(target)).stream())
                        .toList(),
                run.pace().resources(),
                run.pace().duplicates(),
                instruments.tally().summary());
    }

    /** Until all of its regions are being looked at, an account keeps others from being opened. */
    private static Opened look(Run run, Target target) {
        try (Berths.Berth opening = run.terms().opening().enter(Berths.Urgency.UNKNOWN)) {
            return new AccountScan(run, target, opening).scan();
        }
    }
}
