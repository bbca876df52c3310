package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts that lie in segments. Of the accounts read last, what their directories say stays in memory. */
public final class SegmentFacts implements Facts {
    private static final int KEPT = 64;

    private final Generations generations;
    private final Objects objects;
    private final Map<AccountId, AccountFacts> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, AccountFacts> eldest) {
            return size() > KEPT;
        }
    };

    public SegmentFacts(Generations generations, Objects objects) {
        this.generations = generations;
        this.objects = objects;
    }

    @Override
    public Optional<AccountFacts> of(AccountId account, Optional<Instant> at) {
        return at.isPresent()
                ? generations.at(account, at.get()).map(this::open)
                : generations.live(account).map(this::kept);
    }

    private AccountFacts kept(Generation live) {
        synchronized (kept) {
            AccountFacts known = kept.get(live.account());
            if (known != null && known.generation().number() == live.number()) {
                return known;
            }
        }
        AccountFacts opened = open(live);
        synchronized (kept) {
            kept.put(live.account(), opened);
        }
        return opened;
    }

    private AccountFacts open(Generation generation) {
        return read(() -> SegmentedAccount.open(generation, objects));
    }

    @Override
    public List<Json.Obj> changes(Generation generation) {
        var changes = new ArrayList<Json.Obj>();
        Optional<SegmentRef> told = generation.told().changes();
        if (told.isPresent()) {
            read(() -> {
                Segment.open(objects, told.get()).rows(_ -> true, (_, row) -> changes.add(row.json()));
                return changes;
            });
        }
        return changes;
    }

    @Override
    public Optional<Json.Obj> change(Generation generation, Uid uid) {
        return generation
                .told()
                .changes()
                .flatMap(told -> read(() -> {
                    Segment segment = Segment.open(objects, told);
                    var entry = segment.entry(uid);
                    return entry.isPresent() ? Optional.of(segment.row(entry.get())) : Optional.empty();
                }));
    }

    /** Reads from the store. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** What cannot be read is said, and never taken for nothing. */
    static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new FailureException(new Failure.Unavailable(
                    "facts cannot be read (%s): scan the account again".formatted(e.getMessage())));
        }
    }
}
