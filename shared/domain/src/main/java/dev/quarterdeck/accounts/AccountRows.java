package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Where an account stands in the table: its own row (in the index of all by name, and of its status), the row that
 * keeps its name for it, and a row for each way in which it can be found that the two indexes cannot answer.
 */
final class AccountRows {
    private static final String SORT = "ACCOUNT";
    private static final String ALL = "ACCOUNTS";
    private static final int SCHEMA = 1;

    private AccountRows() {}

    static Key key(AccountId id) {
        return new Key("ACCOUNT#" + id, SORT);
    }

    static Key name(String name) {
        return new Key("ACCOUNT-NAME#" + folded(name), "NAME");
    }

    static Row row(Account account) {
        String place = folded(account.description().name()) + "#" + account.id();
        Json.Obj data = AccountCodec.encode(account).with("schema_version", Json.of(SCHEMA));
        return new Row(key(account.id()), account.revision().version(), data, Map.of(), Optional.empty())
                .in(Index.FIRST, new Key(ALL, place))
                .in(
                        Index.SECOND,
                        new Key(ALL + "#" + account.standing().status().word(), place));
    }

    /** The rows by which the account is found, besides its own. */
    static SequencedSet<Key> lookups(Account account) {
        var keys = new LinkedHashSet<Key>();
        Description description = account.description();
        keys.add(lookup("environment", description.environment().name(), account.id()));
        description.teamId().ifPresent(team -> keys.add(lookup("team", team, account.id())));
        account.placement()
                .organization()
                .ifPresent(organization ->
                        keys.add(new Key("ACCOUNTS-BY#ou", organization.ouPath() + "#" + account.id())));
        description.tags().forEach((key, value) -> keys.add(lookup("tag", key + "=" + value, account.id())));
        return keys;
    }

    /** The query that finds accounts; unless it asks an index, each row's sort key ends in the account's id. */
    static Query query(AccountFilter filter) {
        return switch (filter) {
            case AccountFilter.All _ -> Query.of(Index.FIRST, ALL);
            case AccountFilter.WithStatus(var status) -> Query.of(Index.SECOND, ALL + "#" + status.word());
            case AccountFilter.Under(var path) -> Query.of("ACCOUNTS-BY#ou").within(new Query.Range.StartsWith(path));
            case AccountFilter.In(var environment) -> Query.of(partition("environment", environment.name()));
            case AccountFilter.OfTeam(var team) -> Query.of(partition("team", team));
            case AccountFilter.Tagged(var key, var value) -> Query.of(partition("tag", key + "=" + value));
        };
    }

    /** The account that a row leads to. */
    static Key account(Row row) {
        String sort = row.key().sort();
        return sort.equals(SORT) ? row.key() : key(new AccountId(sort.substring(sort.length() - 12)));
    }

    private static Key lookup(String kind, String value, AccountId id) {
        return new Key(partition(kind, value), "#" + id);
    }

    private static String partition(String kind, String value) {
        return "ACCOUNTS-BY#%s#%s".formatted(kind, value);
    }

    /** Names that differ in letters' case only are one name. */
    static String folded(String name) {
        return name.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
