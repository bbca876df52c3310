package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;

/** An account that was put elsewhere in its organization is under other policies: it is looked at now, not within the day. */
public record LookAfterMove(DailyLook look) implements EventHandler {
    @Override
    public String name() {
        return "look-after-move";
    }

    @Override
    public boolean wants(String type) {
        return type.equals("account.moved");
    }

    @Override
    public void handle(DomainEvent event) {
        look.look(Fields.of(event.data()).text("account_id", AccountId::new), Attribution.hub(name()));
    }
}
