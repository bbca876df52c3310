package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Use case: start scans and steer them, each on record. */
public final class ScanDesk {
    private final Scans scans;
    private final ScanQueue queue;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random;

    public ScanDesk(Scans scans, ScanQueue queue, AuditLog audit, Clock clock, RandomGenerator random) {
        this.scans = scans;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    public Begun start(String trigger, ScanScope scope, Attribution by) {
        return start(ScanId.fresh(clock.instant(), random), trigger, scope, by);
    }

    /** The same under an id of the caller's, who may ask twice. */
    public Begun start(ScanId id, String trigger, ScanScope scope, Attribution by) {
        return scans.begin(id, trigger, scope, onRecord("scan:start", by));
    }

    public Scan pause(ScanId id, Attribution by) {
        return scans.pause(id, onRecord("scan:pause", by));
    }

    public Scan resume(ScanId id, Attribution by) {
        return scans.resume(id, onRecord("scan:resume", by));
    }

    public Scan cancel(ScanId id, Attribution by) {
        return scans.cancel(id, onRecord("scan:cancel", by));
    }

    /** Reads once more the parts of which not all could be read, and nothing else. */
    public Scan rerun(ScanId id, Attribution by) {
        Scan scan = find(id);
        if (!scan.isOver()) {
            throw new FailureException(new Failure.Conflict("scan %s is %s: run it again once it is over"
                    .formatted(id, scan.status().word())));
        }
        if (queue.reopenGaps(id) == 0) {
            throw new FailureException(new Failure.Conflict("nothing of scan %s failed".formatted(id)));
        }
        return scans.reopen(id, onRecord("scan:rerun", by));
    }

    public Scan find(ScanId id) {
        return scans.find(id).orElseThrow(() -> new FailureException(new Failure.NotFound("scan", id.value())));
    }

    private Scans.Commit onRecord(String action, Attribution by) {
        return (writes, scan) ->
                audit.commit(writes, by.did(action, Thing.made("scan", scan.id().value(), scan.content())));
    }
}
