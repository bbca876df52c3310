package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.scanning.Estimating;
import dev.quarterdeck.inventory.scanning.Events;
import dev.quarterdeck.inventory.scanning.FirstScan;
import dev.quarterdeck.inventory.scanning.ScanDesk;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scheduling.DueSchedules;
import dev.quarterdeck.inventory.scheduling.Schedule;
import dev.quarterdeck.inventory.scheduling.ScheduleId;
import dev.quarterdeck.inventory.scheduling.Schedules;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.workflows.Workflows;
import dev.quarterdeck.workflows.scan.ScanStarter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything about the scans that a hub runs itself. */
public final class ScanHub {
    /** Whoever hosts the hub looks each minute: each time it does so, what is due is begun. */
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final Table table;
    private final Clock clock;
    private final Ground ground;
    private final Schedules schedules;
    private final Accounts accounts;
    private final Generations generations;
    private final Scans scans;
    private final ScanQueue queue;
    private final ScanDesk desk;

    /**
     * What runs their workflow, what counts their calls beforehand, what knows which of them an event calls for, and whether
     * schedules begin any.
     */
    public record Ground(Optional<Workflows> workflows, Estimating estimating, Events events, boolean scheduled) {
        /** Of a hub in which nothing scans. */
        public static final Ground NONE = new Ground(
                Optional.empty(),
                _ -> {
                    throw new FailureException(
                            new Failure.Unavailable("this hub does not scan: 'quarterdeck scan' does"));
                },
                Events.NONE,
                false);
    }

    public ScanHub(Table table, Ground ground, Clock clock) {
        var random = new SecureRandom();
        this.table = table;
        this.clock = clock;
        this.ground = ground;
        this.schedules = new Schedules(table, new AuditLog(table, clock));
        this.accounts = new Accounts(table);
        this.generations = new Generations(table);
        this.scans = new Scans(table, clock);
        this.queue = new ScanQueue(table, random);
        this.desk = new ScanDesk(scans, queue, new AuditLog(table, clock), clock, random);
    }

    public List<Route> routes(Paging paging) {
        var sight = new ScanSight(accounts);
        var api = new ScansApi(new ScansApi.Desk(desk, scans, queue, ground.estimating()), sight, paging);
        return Stream.of(
                        api.routes(),
                        new EventsApi(accounts, ground.events(), desk, api::told).routes(),
                        new SchedulesApi(schedules, ground.estimating(), sight, clock).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What the hub does by itself, where it scans. */
    public List<Chore> chores() {
        return ground.scheduled() ? List.of(new Chore("schedules", OFTEN, this::beginDue)) : List.of();
    }

    private String beginDue(Attribution by) {
        var usual = Schedule.beginning(
                new ScheduleId("six-hourly"),
                new Schedule.When("rate(6 hours)", ZoneId.of("UTC")),
                ScanScope.ALL,
                true,
                clock.instant());
        schedules.addDefault(usual, by);
        return "begun: " + new DueSchedules(schedules, scans, table, clock).begin(by);
    }

    /** What the hub does by itself about what happens to scans and accounts. */
    public List<EventHandler> handlers() {
        return ground.workflows().stream()
                .flatMap(workflows -> Stream.<EventHandler>of(
                        new ScanStarter(scans, workflows), new FirstScan(accounts, generations, desk)))
                .toList();
    }
}
