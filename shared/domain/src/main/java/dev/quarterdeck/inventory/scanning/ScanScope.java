package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a scan is to look at: no accounts means all that the hub may read, no regions those that each has enabled, no
 * types all of the catalog. {@code touched} names resources to be read whole, whatever lists say of them; {@code paid}
 * also lets it make the calls that cost money.
 */
public record ScanScope(
        SortedSet<AccountId> accounts,
        SortedSet<String> regions,
        SortedSet<String> types,
        SortedSet<Uid> touched,
        boolean paid) {
    public static final ScanScope ALL = new ScanScope(
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            false);

    private static final Set<String> MEMBERS = Set.of("accounts", "regions", "types", "touched", "paid");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}");

    public ScanScope {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
    }

    public static ScanScope of(AccountId account) {
        return new ScanScope(new TreeSet<>(Set.of(account)), ALL.regions, ALL.types, ALL.touched, false);
    }

    /** Reads what a person or a row says; other members are refused. */
    public static ScanScope from(Fields fields) {
        fields.only(MEMBERS);
        return new ScanScope(
                sorted(fields.texts("accounts", AccountId::new)),
                sorted(fields.texts("regions", ScanScope::region)),
                sorted(fields.texts("types", text -> new ResourceType(text).toString())),
                sorted(fields.texts("touched", Uid::new)),
                fields.has("paid") && fields.flag("paid"));
    }

    private static <T> SortedSet<T> sorted(Collection<T> some) {
        return new TreeSet<>(some);
    }

    private static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new IllegalArgumentException("region must look like eu-west-1: '%s'".formatted(text));
        }
        return text;
    }

    public Json.Obj json() {
        var members = new Members();
        put(members, "accounts", accounts, AccountId::value);
        put(members, "regions", regions, Function.identity());
        put(members, "types", types, Function.identity());
        put(members, "touched", touched, Uid::value);
        return (paid ? members.put("paid", true) : members).json();
    }

    private static <T> void put(Members members, String name, Collection<T> some, Function<T, String> text) {
        if (!some.isEmpty()) {
            members.put(name, some.stream().map(text).toList());
        }
    }

    /** The same in these accounts. */
    public ScanScope in(SortedSet<AccountId> others) {
        return new ScanScope(others, regions, types, touched, paid);
    }

    public boolean isEverywhere() {
        return accounts.isEmpty();
    }

    public boolean includes(AccountId account) {
        return isEverywhere() || accounts.contains(account);
    }

    /** Whether both are about some account: what one read of it must not be published after what the other read later. */
    boolean overlaps(ScanScope other) {
        return isEverywhere() || other.isEverywhere() || !Collections.disjoint(accounts, other.accounts);
    }
}
