package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;
import java.util.Set;

/** An account that was proven, and of which nothing is known yet, is scanned: once. */
public record FirstScan(Accounts accounts, Generations generations, ScanDesk desk) implements EventHandler {
    private static final Set<String> PROOFS = Set.of("account.proven", "account.accepted", "account.degraded");

    @Override
    public String name() {
        return "first-scan";
    }

    @Override
    public boolean wants(String type) {
        return PROOFS.contains(type);
    }

    @Override
    public void handle(DomainEvent event) {
        accounts.find(Fields.of(event.data()).text("account_id", AccountId::new))
                .filter(account -> account.standing().status() == Status.ACTIVE)
                .filter(account -> generations.live(account.id()).isEmpty())
                .ifPresent(account ->
                        desk.start(id(account), "onboarding", ScanScope.of(account.id()), Attribution.hub(name())));
    }

    /** An account that is deleted and connected anew is another one. */
    private static ScanId id(Account account) {
        long made = account.revision().createdAt().toEpochMilli();
        return new ScanId("first-%s-%s".formatted(account.id(), Long.toString(made, Character.MAX_RADIX)));
    }
}
