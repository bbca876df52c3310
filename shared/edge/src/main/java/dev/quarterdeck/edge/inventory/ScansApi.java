package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.scanning.Begun;
import dev.quarterdeck.inventory.scanning.CellState;
import dev.quarterdeck.inventory.scanning.Estimating;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanCounts;
import dev.quarterdeck.inventory.scanning.ScanDesk;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Scans: what they would ask, those there are, how far they have come; started and steered. */
final class ScansApi {
    private static final int PAGE = 50;
    private static final int FAILURES = 100;
    private static final String BY_HAND = "manual";

    private final Desk desk;
    private final ScanSight sight;
    private final Paging paging;

    /** What scans are started, read and counted with. */
    record Desk(ScanDesk steering, Scans scans, ScanQueue queue, Estimating estimating) {}

    ScansApi(Desk desk, ScanSight sight, Paging paging) {
        this.desk = desk;
        this.sight = sight;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                Route.list("estimateScan", this::estimate),
                Route.list("startScan", this::start),
                Route.list("discoverResources", this::start),
                Route.list("listScans", this::list),
                Route.list("getScan", call -> Reply.ok(whole(call, seen(call)))),
                Route.list("cancelScan", call -> steer(call, desk.steering()::cancel)),
                Route.list("pauseScan", call -> steer(call, desk.steering()::pause)),
                Route.list("resumeScan", call -> steer(call, desk.steering()::resume)),
                Route.list("rerunScan", call -> steer(call, desk.steering()::rerun)));
    }

    private ScanScope scope(Call call) {
        return sight.reach(call, ScanScope.from(Fields.of(call.body())));
    }

    private Reply estimate(Call call) {
        return Reply.ok(desk.estimating().of(scope(call)).json());
    }

    private Reply start(Call call) {
        ScanScope scope = scope(call);
        Json.Obj estimate = desk.estimating().of(scope).json();
        Begun begun = desk.steering().start(BY_HAND, scope, call.act()::did);
        return Reply.accepted(shown(begun.scan())
                .put("joined", begun instanceof Begun.Joined)
                .put("estimate", estimate)
                .json());
    }

    private Reply list(Call call) {
        Scans.Some some = desk.scans().newest(PAGE, paging.from(call));
        List<Json.Obj> items = some.scans().stream()
                .filter(scan -> sight.sees(call, scan.scope()))
                .map(scan -> shown(scan).json())
                .toList();
        return paging.reply(call, items, some.next());
    }

    private Reply steer(Call call, BiFunction<ScanId, Attribution, Scan> deed) {
        Scan scan = seen(call);
        sight.requireAll(call, scan.scope());
        return Reply.ok(whole(call, deed.apply(scan.id(), call.act()::did)));
    }

    private Scan seen(Call call) {
        String id = call.path("scan_id");
        return (ScanId.isValid(id) ? desk.scans().find(new ScanId(id)) : Optional.<Scan>empty())
                .filter(scan -> sight.sees(call, scan.scope()))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("scan", id)));
    }

    Json.Obj told(Scan scan) {
        return shown(scan).json();
    }

    /** How far it has come, where it does not say so itself as one that is over does. */
    private Members shown(Scan scan) {
        return shown(scan, () -> desk.queue().cells(scan.id()));
    }

    private Members shown(Scan scan, Supplier<List<CellState>> cells) {
        Members shown = scan.shown();
        if (scan.ending().isEmpty()) {
            shown.put("counts", ScanCounts.of(cells.get()).json());
        }
        if (scan.status() == Scan.Status.WAITING) {
            desk.scans()
                    .blocking(scan)
                    .ifPresent(other -> shown.put("waiting_for", other.id().value()));
        }
        return shown;
    }

    /** With what could not be read, and why, of the accounts that the caller sees. */
    private Json.Obj whole(Call call, Scan scan) {
        List<CellState> cells = desk.queue().cells(scan.id());
        List<Json.Obj> failures = cells.stream()
                .filter(state -> state.gap().isPresent())
                .filter(state -> sight.sees(call, state.cell().account()))
                .limit(FAILURES)
                .map(ScansApi::failure)
                .toList();
        return shown(scan, () -> cells).put("failures", Json.of(failures)).json();
    }

    private static Json.Obj failure(CellState state) {
        return new Members()
                .put("account_id", state.cell().account().value())
                .put("region", state.cell().region())
                .put("why", state.gap().orElse(""))
                .json();
    }
}
