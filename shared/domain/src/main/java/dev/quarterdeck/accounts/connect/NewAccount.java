package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account that somebody wants to connect. */
public record NewAccount(AccountId id, Partition partition, Description description, Link link) {
    private static final Set<String> MEMBERS = Stream.concat(
                    Stream.of("account_id", "partition", "connection"), AccountCodec.DESCRIPTION.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** From the body of a request; what is wrong is {@link Malformed}, with its place. */
    public static NewAccount from(Json.Obj body) {
        Fields fields = Fields.of(body).only(MEMBERS);
        Fields connection = fields.object("connection");
        Partition partition = partition(fields, connection);
        AccountId id = id(fields, connection);
        return new NewAccount(
                id, partition, AccountCodec.description(fields), LinkReader.read(connection, partition, id));
    }

    private static AccountId id(Fields fields, Fields connection) {
        var given = fields.maybeText("account_id", AccountId::new);
        var roles = LinkReader.role(connection).map(role -> role.account());
        if (given.isPresent() && roles.isPresent() && !given.equals(roles)) {
            throw new Malformed("/connection/role_arn", "is not in account %s".formatted(given.get()));
        }
        return given.or(() -> roles).orElseThrow(() -> new Malformed("/account_id", "is missing"));
    }

    private static Partition partition(Fields fields, Fields connection) {
        var given = fields.maybeText("partition", Partition::of);
        var roles = LinkReader.role(connection).map(role -> role.partition());
        if (given.isPresent() && roles.isPresent() && !given.equals(roles)) {
            throw new Malformed("/connection/role_arn", "is not in partition %s".formatted(given.get()));
        }
        return given.or(() -> roles).orElse(Partition.AWS);
    }
}
