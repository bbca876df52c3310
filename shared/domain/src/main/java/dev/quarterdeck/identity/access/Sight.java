package dev.quarterdeck.identity.access;

import java.util.Set;

/**
 * What a principal may see of a list: all that some scope of the first set covers and none of the second. A
 * repository turns the first into keys and ranges, so that nothing else is read.
 */
public record Sight(Set<Scope> within, Set<Scope> without) {
    public static final Sight NOTHING = new Sight(Set.of(), Set.of());

    public Sight {
        within = Set.copyOf(within);
        without = Set.copyOf(without);
    }

    public boolean nothing() {
        return within.isEmpty() || without.contains(Scope.Everywhere.VALUE);
    }

    /** No limit at all. */
    public boolean everything() {
        return without.isEmpty() && within.contains(Scope.Everywhere.VALUE);
    }

    public boolean includes(Target target) {
        return within.stream().anyMatch(scope -> scope.covers(target))
                && without.stream().noneMatch(scope -> scope.covers(target));
    }
}
