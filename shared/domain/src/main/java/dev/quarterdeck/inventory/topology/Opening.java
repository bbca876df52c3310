package dev.quarterdeck.inventory.topology;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which groups somebody wants to look into: all that are outside of a level, and these, with those around them. */
public record Opening(Level depth, Set<GroupId> expanded) {
    public static final Opening NONE = new Opening(Level.ACCOUNT, Set.of());

    public Opening {
        var all = new HashSet<GroupId>();
        for (GroupId id : expanded) {
            for (Optional<GroupId> one = Optional.of(id);
                    one.isPresent();
                    one = one.get().parent()) {
                all.add(one.get());
            }
        }
        expanded = Set.copyOf(all);
    }

    boolean asksFor(GroupId id) {
        return id.level().compareTo(depth) < 0 || expanded.contains(id);
    }
}
