package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the hub's book of accounts says of an account and so of all that is in it. */
final class BookedAccount {
    private final Account account;
    private final Map<String, Json> said;

    BookedAccount(Account account) {
        this.account = account;
        this.said = said(account).json().members();
    }

    private static Members said(Account account) {
        var description = account.description();
        return new Members()
                .put("account_name", description.name())
                .maybe("ou_path", account.placement().organization().map(Membership::ouPath))
                .put("environment", description.environment().name())
                .maybe("team_id", description.teamId());
    }

    AccountId id() {
        return account.id();
    }

    /** Moves when what rows are told of the account does. */
    String stamp() {
        return said.values().toString();
    }

    /** A resource's row with it. */
    Json.Obj on(Json.Obj row) {
        var told = new LinkedHashMap<>(row.members());
        told.putAll(said);
        return new Json.Obj(told);
    }

    /** As a row of its own. */
    Json.Obj row(Optional<Instant> scanned) {
        var placement = account.placement();
        var row = new Members()
                .put("account_id", account.id().value())
                .put("name", account.description().name())
                .put("state", account.standing().status().toString())
                .put("partition", placement.partition().toString())
                .put("environment", account.description().environment().name())
                .maybe("team_id", account.description().teamId())
                .put("tags", account.description().tags())
                .put("regions", placement.regions());
        placement
                .organization()
                .ifPresent(place -> row.put("org_id", place.orgId())
                        .put("ou_id", place.ouId())
                        .put("ou_path", place.ouPath())
                        .put("is_management", place.management()));
        return row.maybeAt("last_scan_at", scanned).json();
    }
}
