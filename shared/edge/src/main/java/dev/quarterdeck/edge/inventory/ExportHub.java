package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.exporting.ExportCare;
import dev.quarterdeck.inventory.exporting.ExportMeans;
import dev.quarterdeck.inventory.exporting.ExportWork;
import dev.quarterdeck.inventory.exporting.Exports;
import dev.quarterdeck.inventory.scanning.Heartbeat;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything about exports, where they are made. */
public final class ExportHub {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final AuditLog audit;
    private final ExportMeans means;
    private final Exports exports;
    private final ExportCare care;
    private final Clock clock;

    ExportHub(Table table, ExportMeans means, Clock clock) {
        this.audit = new AuditLog(table, clock);
        this.means = means;
        this.exports = new Exports(table, audit);
        this.care = new ExportCare(exports, means.filing().objects(), means.sight(), clock);
        this.clock = clock;
    }

    List<Route> routes(Seen seen, SeenViews views) {
        return new ExportsApi(new ExportsApi.Desk(exports, care, means, audit), seen, views, clock).routes();
    }

    /** What writes them. */
    public ExportWork work() {
        return new ExportWork(exports, means, new Heartbeat(BEAT), clock);
    }

    /** Lets go of those whose time is over. */
    Chore chore() {
        return new Chore("exports", Duration.ofHours(1), by -> "let go: " + care.tidy(by));
    }
}
