package dev.quarterdeck.edge.audit;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.User;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Row;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The audit log: what happened on a day or by a person, and all of it to be verified elsewhere. */
public final class AuditApi {
    private static final String CHAIN = "chain";

    private final Records records;
    private final Users users;
    private final Paging paging;
    private final Clock clock;

    public AuditApi(Records records, Users users, Paging paging, Clock clock) {
        this.records = records;
        this.users = users;
        this.paging = paging;
        this.clock = clock;
    }

    /** Where records are looked up, and where they are taken from whole. */
    public record Records(AuditLog log, AuditExport export) {}

    public List<Route> routes() {
        return List.of(
                Route.of("listAudit", this::list),
                Route.of("exportAudit", this::export),
                Route.of(
                        "auditCheckpoint",
                        _ -> Reply.ok(records.export().checkpoint().json())));
    }

    private Reply list(Call call) {
        Optional<Cursor> from = paging.from(call);
        Page page = call.query("user_id")
                .map(handle -> records.log().of(actor(handle), from))
                .orElseGet(() -> records.log().day(day(call), from));
        return paging.rows(call, page);
    }

    private LocalDate day(Call call) {
        return call.query("day")
                .map(AuditApi::parsed)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new FailureException(Failure.invalid("day", "is no day: '%s'".formatted(text)));
        }
    }

    private Actor actor(String handle) {
        User user = users.find(handle).orElseThrow(() -> new FailureException(new Failure.NotFound("user", handle)));
        return new Actor(user.id().issuer(), user.id().subject(), "", List.of());
    }

    /** Chain by chain: an empty page in the middle is not the end. */
    private Reply export(Call call) {
        Optional<Fields> place = paging.place(call).map(json -> Fields.of((Json.Obj) json));
        int chain = place.map(it -> (int) it.whole(CHAIN)).orElse(0);
        Page page = records.export()
                .page(chain, place.flatMap(it -> it.maybeObject("cursor")).map(it -> Paging.cursor(it.json())));
        return paging.page(call, page.rows().stream().map(Row::data).toList(), next(chain, page.next()));
    }

    private static Optional<Json> next(int chain, Optional<Cursor> cursor) {
        if (cursor.isPresent()) {
            return Optional.of(new Members()
                    .put(CHAIN, chain)
                    .put("cursor", Paging.json(cursor.get()))
                    .json());
        }
        return chain + 1 < AuditExport.CHAINS
                ? Optional.of(new Members().put(CHAIN, chain + 1).json())
                : Optional.empty();
    }
}
