package dev.quarterdeck.local.demo;

import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.function.BiConsumer;

/** How the company comes to its hub: each account is connected, its owner lets the hub in, and the hub proves it, as in life. */
public final class Prologue {
    private static final String ACCOUNTS = "/api/aws/accounts";

    private final HubClient hub;
    private final BiConsumer<Estate.Member, ExternalId> owners;

    /** {@code owners} make the role that the hub enters by, and let it trust this external id. */
    public Prologue(HubClient hub, BiConsumer<Estate.Member, ExternalId> owners) {
        this.hub = hub;
        this.owners = owners;
    }

    public void connect() {
        Estate.MEMBERS.forEach(this::connect);
        Estate.MEMBERS.forEach(this::prove);
    }

    private void connect(Estate.Member member) {
        Json.Obj wish = new Members()
                .put("name", member.name())
                .put("environment", member.environment())
                .put("owner", "platform")
                .put("connection", new Members().put("kind", "role").put("role_arn", member.role()))
                .json();
        Fields connected = hub.post(ACCOUNTS, wish).fields();
        owners.accept(member, connected.object("connection").text("external_id", ExternalId::new));
    }

    private void prove(Estate.Member member) {
        Fields proof = hub.post(ACCOUNTS + "/" + member.id() + "/validate", Json.Obj.EMPTY)
                .fields();
        if (proof.text("result").equals("refused")) {
            throw new IllegalStateException("%s does not let the hub in: %s"
                    .formatted(member.name(), proof.json().text()));
        }
    }
}
