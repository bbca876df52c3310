package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Environment;
import dev.quarterdeck.identity.access.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts as rights see them. */
public final class AccountTarget {
    private AccountTarget() {}

    public static Target.InAccount of(Account account) {
        var description = account.description();
        return new Target.InAccount(
                account.id().value(),
                units(account),
                description.tags(),
                Optional.of(description.environment()).map(Environment::name),
                description.teamId());
    }

    /** Root and units above the account, as its path names them. */
    private static List<String> units(Account account) {
        return account.placement().organization().stream()
                .flatMap(membership -> Stream.of(membership.ouPath().split("/")))
                .toList();
    }
}
