package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the connected organization is kept. A hub is in one, or in none. */
public final class Organizations {
    private static final String PARTITION = "ORGANIZATIONS";

    private final Table table;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Organizations(Table table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Joined> find() {
        return table.query(Query.of(PARTITION).limit(1)).rows().stream()
                .map(row -> Joined.of(row.data()))
                .findFirst();
    }

    public Joined connected() {
        return find().orElseThrow(() ->
                new FailureException(new Failure.Conflict("no organization is connected: connect it first")));
    }

    /** Keeps what is there already: a seed is made once. */
    Joined add(Picture picture, Attribution by) {
        var seeds = ExternalIds.of(ExternalId.random(new SecureRandom()));
        var fresh = new Joined(picture.id(), picture.management(), picture.root(), seeds, clock.instant());
        Write put =
                Write.put(Row.of(new Key(PARTITION, fresh.id()), fresh.json())).when(Condition.ABSENT);
        var thing = Thing.made("organization", fresh.id(), fresh.json());
        boolean done = audit.commit(List.of(put, connected(fresh)), by.did("organization:connect", thing))
                .done();
        return done
                ? fresh
                : find().orElseThrow(() -> new FailureException(
                        new Failure.Unavailable("the organization cannot be written down: try again")));
    }

    /** Changes the seeds, if they are still those that the caller read. */
    public Joined change(Joined before, ExternalIds seeds, Attribution by) {
        Joined after = before.with(seeds);
        Optional<Row> row = table.get(new Key(PARTITION, before.id()))
                .filter(read -> Joined.of(read.data()).equals(before));
        var thing = Thing.changed("organization", before.id(), before.json(), after.json());
        boolean done = row.isPresent()
                && audit.commit(
                                List.of(Write.over(row, row.get().key(), after.json())),
                                by.did("credential:rotate", thing))
                        .done();
        if (!done) {
            throw new FailureException(new Failure.Unavailable("others are changing the organization: try again"));
        }
        return after;
    }

    private static Write connected(Joined organization) {
        String aggregate = "organization#" + organization.id();
        var data = new Members().put("org_id", organization.id()).json();
        return Outbox.entry(
                new DomainEvent(aggregate + "#1", aggregate, 1, "organization.connected", organization.since(), data));
    }
}
