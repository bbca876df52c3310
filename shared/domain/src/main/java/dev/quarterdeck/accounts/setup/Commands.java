package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Json;

/** The roles as commands of the AWS command line, to be run with the account's own credentials. */
public final class Commands {
    private final Parts parts;
    private final AccountId account;
    private final Partition partition;
    private final StringBuilder text = new StringBuilder();

    private Commands(Parts parts, AccountId account) {
        this.parts = parts;
        this.account = account;
        this.partition = parts.setup().asks().assumer().partition();
    }

    /** A shell script, which stops at the first command that fails. */
    public static String script(RoleSetup setup, ExternalIds ids, AccountId account) {
        return new Commands(new Parts(setup, ids), account).script();
    }

    private String script() {
        text.append("""
                #!/bin/sh
                # Makes the roles by which Quarterdeck reads account %s. Run it with that account's credentials.
                set -eu
                test "$(aws sts get-caller-identity --query Account --output text)" = %s
                """.formatted(account, account));
        parts.policies()
                .forEach((name, document) ->
                        line("aws iam create-policy --policy-name %s --policy-document %s", name, quoted(document)));
        role(RoleNames.READ, "");
        parts.setup().read().documents().keySet().forEach(name -> attach(own(name)));
        parts.setup().read().attach().forEach(this::attach);
        parts.setup().act().forEach(this::act);
        if (parts.setup().revoker()) {
            role(RoleNames.REVOKER, "");
            inline(RoleNames.REVOKER, "revoke", parts.setup().revokerRights());
        }
        return text.toString();
    }

    private void role(String name, String more) {
        line(
                "aws iam create-role --role-name %s --max-session-duration %s --tags Key=%s,Value=%s%s --assume-role-policy-document %s",
                name,
                Long.toString(parts.setup().maximumSeconds()),
                RoleNames.VERSION_TAG,
                parts.setup().read().version(),
                more,
                quoted(parts.trust()));
    }

    private void attach(String arn) {
        line("aws iam attach-role-policy --role-name %s --policy-arn %s", RoleNames.READ, arn);
    }

    private void act(ActFamily family) {
        String name = Parts.name(family);
        role(name, " --permissions-boundary " + own(RoleNames.BOUNDARY));
        inline(name, "act", Parts.rights(family));
    }

    private void inline(String role, String policy, Json.Obj document) {
        line(
                "aws iam put-role-policy --role-name %s --policy-name %s --policy-document %s",
                role, policy, quoted(document));
    }

    private String own(String policy) {
        return "arn:%s:iam::%s:policy/%s".formatted(partition, account, policy);
    }

    private void line(String command, String... words) {
        text.append(command.formatted((Object[]) words)).append('\n');
    }

    /** In single quotes the shell reads nothing but the next single quote. */
    private static String quoted(Json.Obj document) {
        return "'%s'".formatted(document.text().replace("'", "'\\''"));
    }
}
