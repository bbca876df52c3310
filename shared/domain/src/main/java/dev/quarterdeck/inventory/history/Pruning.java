package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Use case, once a day: let go of objects that no generation names, then of generations older than they are kept. In this
 * order nothing goes that was named a day ago, so whoever reads a generation that goes has a day to end.
 */
public final class Pruning {
    private static final String FACTS = "facts/";
    private static final String LOOKS = "looks/";

    /** Scans write objects before anything names them; none takes that long. */
    private static final Duration UNDER_WAY = Duration.ofDays(7);

    private final Generations generations;
    private final Objects objects;
    private final Retention retention;
    private final Clock clock;

    public Pruning(Generations generations, Objects objects, Retention retention, Clock clock) {
        this.generations = generations;
        this.objects = objects;
        this.retention = retention;
        this.clock = clock;
    }

    /** How much was let go. */
    public record Pruned(long objects, long generations) {
        @Override
        public String toString() {
            return "%d objects that nothing named, %d generations".formatted(objects, generations);
        }
    }

    /** {@code accounts} are all that there are: what is of any other goes. */
    public Pruned prune(List<AccountId> accounts) {
        Set<ObjectName> looks = accounts.stream()
                .flatMap(this::named)
                .filter(name -> name.value().startsWith(LOOKS))
                .collect(Collectors.toSet());
        long swept = sweep(LOOKS, looks::contains) + sweep(FACTS, new NamedFacts());
        return new Pruned(swept, accounts.stream().mapToLong(this::letGo).sum());
    }

    private Stream<ObjectName> named(AccountId account) {
        return Stream.concat(generations.live(account).stream(), generations.every(account))
                .flatMap(Generation::objects);
    }

    /** Whether a generation names an object, of which those of one account come together. */
    private final class NamedFacts implements Predicate<ObjectName> {
        private String account = "";
        private Set<ObjectName> named = Set.of();

        @Override
        public boolean test(ObjectName name) {
            String owner = name.value().split("/", 3)[1];
            if (!owner.equals(account)) {
                account = owner;
                named = named(new AccountId(owner)).collect(Collectors.toSet());
            }
            return named.contains(name);
        }
    }

    private long sweep(String folder, Predicate<ObjectName> named) {
        Instant begun = clock.instant().minus(UNDER_WAY);
        long swept = 0;
        Optional<ObjectName> after = Optional.empty();
        do {
            ObjectListing page = objects.list(folder, after);
            for (ObjectListing.Entry entry : page.entries()) {
                if (!named.test(entry.name()) && entry.written().isBefore(begun)) {
                    objects.delete(entry.name());
                    swept++;
                }
            }
            after = page.next();
        } while (after.isPresent());
        return swept;
    }

    private long letGo(AccountId account) {
        List<Generation> newestFirst = generations.every(account).toList();
        List<Retention.Kept> kept = retention.of(newestFirst, clock.instant());
        long gone = 0;
        for (int i = 0; i < newestFirst.size(); i++) {
            generations.keep(newestFirst.get(i), kept.get(i));
            gone += newestFirst.get(i).tellsFacts() && kept.get(i) != Retention.Kept.ALL ? 1 : 0;
        }
        return gone;
    }
}
