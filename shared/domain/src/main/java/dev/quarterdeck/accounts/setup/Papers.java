package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Json;

/** One account's roles, written down for whatever tool its owner works with. All say the same. */
public record Papers(AccountId account, RoleSetup setup, ExternalIds ids) {
    public Json.Obj cloudFormation() {
        return CloudFormation.template(setup);
    }

    public String terraform() {
        return Terraform.module(setup, ids);
    }

    public String commands() {
        return Commands.script(setup, ids, account);
    }

    /** The trust policy alone, for a role that is there already. */
    public Json.Obj trust() {
        return trust(setup, ids).document();
    }

    static RoleTrust trust(RoleSetup setup, ExternalIds ids) {
        return RoleTrust.of(setup.asks().assumer(), ids, setup.asks().orgId());
    }
}
