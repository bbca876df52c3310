package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Mender;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Sets right an account whose facts are damaged: what counts then is the last generation that is whole, or nothing where
 * none is. Coverage says which object was lost and that somebody has to look again.
 */
public final class Mending implements Mender {
    private final Generations generations;
    private final Objects objects;
    private final Wholeness wholeness;
    private final Clock clock;

    public Mending(Generations generations, Objects objects, Clock clock) {
        this.generations = generations;
        this.objects = objects;
        this.wholeness = new Wholeness(objects);
        this.clock = clock;
    }

    @Override
    public Optional<ObjectName> mend(AccountId account) throws IOException {
        Optional<Generation> live = generations.live(account);
        Optional<DamagedObjectException> damage = live.isPresent() ? wholeness.damage(live.get()) : Optional.empty();
        if (damage.isPresent()) {
            var _ = generations.publish(mended(live.get(), damage.get().name()), List.of());
        }
        return damage.map(DamagedObjectException::name);
    }

    /** What is not published in the end, since somebody else published meanwhile, goes as all that nothing names. */
    private Generation mended(Generation live, ObjectName lost) throws IOException {
        var names = new Names(live.account(), live.told().source().scan());
        Optional<Generation> older = whole(live);
        return older.isPresent() ? restored(live, older.get(), lost, names) : emptied(live, lost, names);
    }

    private Optional<Generation> whole(Generation live) throws IOException {
        Iterator<Generation> older = generations.every(live.account()).iterator();
        while (older.hasNext()) {
            Generation one = older.next();
            if (one.number() < live.number()
                    && one.tellsFacts()
                    && wholeness.damage(one).isEmpty()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Generation restored(Generation live, Generation older, ObjectName lost, Names names) throws IOException {
        Ledger ledger = Ledger.read(objects, Optional.of(older.told().coverage()));
        ledger.aged("the object '%s' is damaged: these facts are of %s, scan the account again"
                .formatted(lost, older.at()));
        return live.restored(older, ledger.write(objects, names.of("coverage")), clock.instant());
    }

    private Generation emptied(Generation live, ObjectName lost, Names names) throws IOException {
        String why = "the object '%s' is damaged and no older facts are whole: scan the account again".formatted(lost);
        Ledger ledger = Ledger.nothing(live.account(), why, clock.instant());
        ObjectName coverage = ledger.write(objects, names.of("coverage"));
        try (SegmentWriter rows = SegmentWriter.begin();
                Lines edges = Lines.begin()) {
            SegmentRef base = rows.finish(objects, names.of("base"));
            return live.emptied(base, coverage, edges.finish(objects, names.of("edges")), clock.instant());
        }
    }
}
