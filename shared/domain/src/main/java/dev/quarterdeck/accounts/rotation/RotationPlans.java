package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often each account's credential is changed. Access keys are every thirty days unless somebody says otherwise. */
public final class RotationPlans {
    private static final Duration OF_KEYS = Duration.ofDays(30);
    private static final String DAYS = "every_days";

    private final Table table;
    private final AuditLog audit;
    private final RotationLog log;

    @Inject
    public RotationPlans(Table table, AuditLog audit, RotationLog log) {
        this.table = table;
        this.audit = audit;
        this.log = log;
    }

    public RotationPlan of(Account account) {
        Optional<Duration> every = table.get(key(account.id()))
                .map(row -> Fields.of(row.data()).maybeWhole(DAYS).map(Duration::ofDays))
                .orElseGet(() -> usual(account));
        Instant last = log.lastDone(account.id()).orElse(account.revision().createdAt());
        return new RotationPlan(every, every.map(last::plus));
    }

    /** Without a number of days nothing is rotated by itself, not even a key. */
    public void set(AccountId id, Optional<Long> days, Attribution by) {
        Json.Obj data =
                days.map(number -> new Members().put(DAYS, number).json()).orElse(Json.Obj.EMPTY);
        Optional<Row> before = table.get(key(id));
        var thing = Thing.changed("rotation", id.value(), before.map(Row::data), Optional.of(data));
        Write write = Write.put(Row.of(key(id), data));
        if (!audit.commit(List.of(write), by.did("credential:schedule", thing)).done()) {
            throw new FailureException(new Failure.Unavailable("others are changing it: try again"));
        }
    }

    /** Every row of an account's. */
    public static Query all(AccountId id) {
        return Query.of(key(id).partition());
    }

    private static Optional<Duration> usual(Account account) {
        return account.connection() instanceof Connection.ByKeys ? Optional.of(OF_KEYS) : Optional.empty();
    }

    private static Key key(AccountId id) {
        return new Key("ACCOUNT-ROTATION-PLAN#" + id, "PLAN");
    }
}
