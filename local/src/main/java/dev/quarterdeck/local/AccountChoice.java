package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** The account that somebody means, by its id or by its name. */
final class AccountChoice {
    static final String PATH = "/api/aws/accounts";

    @Parameters(paramLabel = "ACCOUNT", description = "the account's id or its name")
    private String meant = "";

    /** Where the account is found at the hub. */
    String path(HubClient hub) {
        return path(hub, meant);
    }

    static String path(HubClient hub, String meant) {
        return PATH + "/" + (AccountId.isValid(meant) ? meant : named(hub, meant));
    }

    private static String named(HubClient hub, String meant) {
        List<Fields> all = hub.all(PATH, Map.of());
        return all.stream()
                .filter(account -> account.text("name").equalsIgnoreCase(meant))
                .findFirst()
                .map(account -> account.text("account_id"))
                .orElseThrow(() -> Refusal.usage("the hub has no account '%s'%s"
                        .formatted(
                                meant,
                                Suggestion.near(
                                                meant,
                                                all.stream()
                                                        .map(account -> account.text("name"))
                                                        .toList())
                                        .map(": did you mean '%s'?"::formatted)
                                        .orElse(": 'quarterdeck accounts list' shows them all"))));
    }
}
