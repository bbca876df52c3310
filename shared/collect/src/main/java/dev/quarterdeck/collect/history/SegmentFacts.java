package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Alteration;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Facts that lie in segments. Before anything of a generation is told it is checked whole, once; of those read last, what
 * their directories say stays in memory.
 */
public final class SegmentFacts implements Facts {
    /** Directories and indexes take some 200 bytes a row. */
    private static final long KEPT_ROWS = 1_200_000;

    private static final int CHECKED = 10_000;

    private final Generations generations;
    private final Objects objects;
    private final Shelf shelf;
    private final Wholeness wholeness;
    private final Lately<Version, AccountFacts> kept = new Lately<>(KEPT_ROWS, SegmentFacts::rows);
    private final Lately<Version, Boolean> checked = new Lately<>(CHECKED);

    private record Version(AccountId account, long number) {
        static Version of(Generation generation) {
            return new Version(generation.account(), generation.number());
        }
    }

    public SegmentFacts(Generations generations, Objects objects) {
        this.generations = generations;
        this.objects = objects;
        this.shelf = Shelf.over(objects);
        this.wholeness = new Wholeness(objects);
    }

    @Override
    public Optional<AccountFacts> of(AccountId account, Optional<Instant> at) {
        return at.map(then -> generations.at(account, then))
                .orElseGet(() -> generations.live(account))
                .map(this::of);
    }

    @Override
    public AccountFacts of(Generation generation) {
        return kept.get(Version.of(generation)).orElseGet(() -> {
            try {
                return open(generation);
            } catch (IOException e) {
                throw unreadable(generation, e);
            }
        });
    }

    private AccountFacts open(Generation generation) throws IOException {
        Version version = Version.of(generation);
        if (checked.get(version).isEmpty()) {
            Optional<DamagedObjectException> damage = wholeness.damage(generation);
            if (damage.isPresent()) {
                return DamagedAccount.of(generation, damage.get());
            }
            checked.put(version, true);
        }
        AccountFacts opened = SegmentedAccount.open(generation, shelf, () -> forget(version));
        kept.put(version, opened);
        return opened;
    }

    private static long rows(AccountFacts facts) {
        return facts.generation().segments().stream()
                .mapToLong(segment -> segment.rows() + segment.gone())
                .sum();
    }

    /** What turned out to be damaged only now is checked again before it is told next. */
    private void forget(Version version) {
        kept.remove(version);
        checked.remove(version);
    }

    @Override
    public Stream<Alteration> compare(AccountFacts earlier, AccountFacts later, Looks looks, Optional<Uid> after) {
        return earlier instanceof SegmentedAccount before && later instanceof SegmentedAccount now
                ? Comparison.of(before, now, looks).after(after)
                : Stream.empty(); // of what is damaged nothing is told, and its coverage says so
    }

    @Override
    public Optional<List<Json.Obj>> changes(Generation generation) {
        var changes = new ArrayList<Json.Obj>();
        Optional<SegmentRef> told = generation.told().changes();
        try {
            if (told.isPresent()) {
                Segment.open(objects, told.get()).rows(_ -> true, (_, row) -> changes.add(row.json()));
            }
            return Optional.of(changes);
        } catch (DamagedObjectException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(generation, e);
        }
    }

    @Override
    public Optional<Json.Obj> change(Generation generation, Uid uid) {
        Optional<SegmentRef> told = generation.told().changes();
        try {
            if (told.isEmpty()) {
                return Optional.empty();
            }
            Segment segment = Segment.open(objects, told.get());
            var entry = segment.entry(uid);
            return entry.isPresent() ? Optional.of(segment.row(entry.get())) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(generation, e);
        }
    }

    /** What cannot be read is said, and never taken for nothing. */
    static FailureException unreadable(Generation generation, IOException why) {
        return new FailureException(new Failure.Unavailable("the facts of account %s cannot be read (%s): scan it again"
                .formatted(generation.account(), why.getMessage())));
    }
}
