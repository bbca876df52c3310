package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody wants an account to be called and how to be connected from now on. */
public record AccountChange(Description description, Optional<Link> link) {
    private static final Set<String> MEMBERS = Stream.concat(Stream.of("connection"), AccountCodec.DESCRIPTION.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** From the body of a request about this account; without {@code connection} that stays as it is. */
    public static AccountChange from(Json.Obj body, Account account) {
        Fields fields = Fields.of(body).only(MEMBERS);
        Optional<Link> link = fields.maybeObject("connection")
                .map(connection ->
                        LinkReader.read(connection, account.placement().partition(), account.id()));
        link.filter(Link.ByKeys.class::isInstance).ifPresent(_ -> {
            throw new Malformed("/connection/kind", "keys are changed by rotating them");
        });
        return new AccountChange(AccountCodec.description(fields), link);
    }
}
