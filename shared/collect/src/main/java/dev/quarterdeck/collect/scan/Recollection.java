package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.facts.Remembered;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import java.time.Instant;
import java.util.Optional;

/** What is known from earlier looks, for a scan that asks again only for what may be other than it was. */
public interface Recollection {
    /** Of a scan that asks for everything and after which nobody asks less. */
    Recollection NONE = new Recollection() {
        @Override
        public boolean isKept() {
            return false;
        }

        @Override
        public Optional<Remembered> resource(Uid uid) {
            return Optional.empty();
        }

        @Override
        public Optional<Listed> listed(Coverage.Area area) {
            return Optional.empty();
        }
    };

    /** Of a scan that asks for everything, and is remembered itself. */
    Recollection NOTHING = new Recollection() {
        @Override
        public Optional<Remembered> resource(Uid uid) {
            return Optional.empty();
        }

        @Override
        public Optional<Listed> listed(Coverage.Area area) {
            return Optional.empty();
        }
    };

    /** Whether what this scan tells is to be remembered. */
    default boolean isKept() {
        return true;
    }

    /** Asked by several threads at once. */
    Optional<Remembered> resource(Uid uid);

    /** When all there is in an area was last listed, and whether that was {@code nothing}. */
    record Listed(Instant at, boolean nothing) {}

    Optional<Listed> listed(Coverage.Area area);
}
