package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.scanning.Estimating;
import dev.quarterdeck.inventory.scanning.Events;
import dev.quarterdeck.inventory.scanning.FirstScan;
import dev.quarterdeck.inventory.scanning.ScanDesk;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.workflows.Workflows;
import dev.quarterdeck.workflows.scan.ScanStarter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything about the scans that a hub runs itself. */
public final class ScanHub {
    private final Ground ground;
    private final Accounts accounts;
    private final Generations generations;
    private final Scans scans;
    private final ScanQueue queue;
    private final ScanDesk desk;

    /** What runs their workflow, what counts their calls beforehand, and what knows which of them an event calls for. */
    public record Ground(Optional<Workflows> workflows, Estimating estimating, Events events) {
        /** Of a hub in which nothing scans. */
        public static final Ground NONE = new Ground(
                Optional.empty(),
                _ -> {
                    throw new FailureException(
                            new Failure.Unavailable("this hub does not scan: 'quarterdeck scan' does"));
                },
                Events.NONE);
    }

    public ScanHub(Table table, Ground ground, Clock clock) {
        var random = new SecureRandom();
        this.ground = ground;
        this.accounts = new Accounts(table);
        this.generations = new Generations(table);
        this.scans = new Scans(table, clock);
        this.queue = new ScanQueue(table, random);
        this.desk = new ScanDesk(scans, queue, new AuditLog(table, clock), clock, random);
    }

    public List<Route> routes(Paging paging) {
        var sight = new ScanSight(accounts);
        var api = new ScansApi(new ScansApi.Desk(desk, scans, queue, ground.estimating()), sight, paging);
        return Stream.of(api.routes(), new EventsApi(accounts, ground.events(), desk, api::told).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What the hub does by itself about what happens to scans and accounts. */
    public List<EventHandler> handlers() {
        return ground.workflows().stream()
                .flatMap(workflows -> Stream.<EventHandler>of(
                        new ScanStarter(scans, workflows), new FirstScan(accounts, generations, desk)))
                .toList();
    }
}
