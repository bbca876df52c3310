package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.Remembered;
import dev.quarterdeck.collect.history.AccountRecollection;
import dev.quarterdeck.collect.scan.Recollection;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.kernel.objects.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How much a scan remembers of earlier ones: one that a person starts asks for all, one that the clock starts only for
 * what may be other than it was, and one that an event starts for what the event is about.
 */
record Memory(Generations generations, Objects objects) {
    Recollection of(Scan scan, AccountId account) {
        if (scan.isOfEvent()) {
            return new Except(scan.scope().touched(), known(account));
        }
        return scan.isRepeated() ? known(account) : Recollection.NOTHING;
    }

    private Recollection known(AccountId account) {
        return generations
                .live(account)
                .map(live -> AccountRecollection.of(live, objects))
                .orElse(Recollection.NOTHING);
    }

    /** Nothing is known of those that were touched, and no list is taken for empty. */
    private record Except(Set<Uid> touched, Recollection known) implements Recollection {
        @Override
        public Optional<Remembered> resource(Uid uid) {
            return touched.contains(uid) ? Optional.empty() : known.resource(uid);
        }

        @Override
        public Optional<Listed> listed(Coverage.Area area) {
            return known.listed(area).map(listed -> new Listed(listed.at(), false));
        }
    }
}
