package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rules and requests from a world so small that they meet often, with odd names in it. */
final class RandomRules {
    record Rules(List<Role> roles, List<Binding> bindings, List<Deny> denies) {}

    private static final long NOW = Instant.parse("2026-05-04T10:00:00Z").getEpochSecond();
    private static final List<String> ISSUERS = List.of("https://a.example", "local");
    private static final List<String> NAMES = List.of("ana", "users,admins", "a\"b\\c\n 東京 🗼");
    private static final List<String> ACCOUNTS = List.of("111111111111", "222222222222", "333333333333");
    private static final List<String> UNITS = List.of("r-1", "ou-1", "ou-2");
    private static final List<String> WORDS = List.of("prod", "test", "weird \"key\"", "");

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    Rules rules() {
        var roles = new ArrayList<>(Role.BUILT_IN);
        roles.addAll(some(3, () -> new Role("role-" + random.nextInt(1_000_000), "Custom", permissions(6))));
        var ids = new ArrayList<>(roles.stream().map(Role::id).toList());
        ids.add("gone");
        return new Rules(
                roles,
                some(12, () -> new Binding("b" + random.nextInt(), subject(), one(ids), scope(), period())),
                some(3, () -> new Deny("d" + random.nextInt(), maybe(this::subject), permissions(4), scope(), "why")));
    }

    Request request() {
        var groups = new HashSet<>(some(3, this::group));
        Optional<Set<Permission>> only = random.nextInt(5) == 0 ? Optional.of(permissions(12)) : Optional.empty();
        return new Request(new Principal(user(), groups, only), one(List.of(Permission.values())), target(), context());
    }

    private Subject subject() {
        return random.nextBoolean() ? user() : group();
    }

    private UserId user() {
        return new UserId(one(ISSUERS), one(NAMES));
    }

    private GroupId group() {
        return new GroupId(one(ISSUERS), one(NAMES));
    }

    private Scope scope() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> Scope.Everywhere.VALUE;
            case 2 -> new Scope.AllOf(Set.copyOf(new HashSet<>(List.of(part(), part()))));
            default -> part();
        };
    }

    private Scope part() {
        return switch (random.nextInt(5)) {
            case 0 -> new Scope.Accounts(new HashSet<>(some(2, () -> one(ACCOUNTS))));
            case 1 -> new Scope.Under(one(UNITS));
            case 2 -> new Scope.Tagged(one(WORDS), one(WORDS));
            case 3 -> new Scope.InEnvironment(one(WORDS));
            default -> new Scope.OfTeam(one(WORDS));
        };
    }

    private Period period() {
        long from = NOW - random.nextInt(20);
        return switch (random.nextInt(5)) {
            case 0 -> new Period(second(from), second(from + 1 + random.nextInt(20)));
            case 1 -> new Period(second(NOW + random.nextInt(3) - 1), Optional.empty());
            case 2 -> new Period(Optional.empty(), second(NOW + random.nextInt(3) - 1));
            default -> Period.ALWAYS;
        };
    }

    private static Optional<Instant> second(long second) {
        return Optional.of(Instant.ofEpochSecond(second));
    }

    private Target target() {
        if (random.nextInt(4) == 0) {
            return Target.Hub.VALUE;
        }
        Map<String, String> tags = new HashMap<>();
        some(3, () -> tags.put(one(WORDS), one(WORDS)));
        return new Target.InAccount(
                one(ACCOUNTS), some(3, () -> one(UNITS)), tags, maybe(() -> one(WORDS)), maybe(() -> one(WORDS)));
    }

    /** Mostly sense; else a time is missing, of another type, or at an end of the world. */
    private Json.Obj context() {
        var members = new LinkedHashMap<String, Json>();
        put(members, "at", NOW);
        put(members, "signed_in", NOW - 295 - random.nextInt(10));
        return new Json.Obj(members);
    }

    private void put(Map<String, Json> members, String name, long right) {
        switch (random.nextInt(80)) {
            case 0 -> {}
            case 1 -> members.put(name, Json.of("now"));
            case 2 -> members.put(name, Json.of(true));
            case 3 -> members.put(name, Json.of(List.of(Json.of(right))));
            case 4 -> members.put(name, Json.of(Map.of("second", Json.of(right))));
            case 5 -> members.put(name, Json.of(Long.MAX_VALUE));
            case 6 -> members.put(name, Json.of(Long.MIN_VALUE));
            case 7 -> members.put(name, Json.of(0));
            default -> members.put(name, Json.of(right));
        }
    }

    private Set<Permission> permissions(int most) {
        return new HashSet<>(some(most, () -> one(List.of(Permission.values()))));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(_ -> value.get())
                .toList();
    }
}
