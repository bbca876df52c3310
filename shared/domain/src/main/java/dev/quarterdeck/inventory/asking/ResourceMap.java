package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.asking.Listing.Looking;
import dev.quarterdeck.inventory.topology.GroupId;
import dev.quarterdeck.inventory.topology.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in what, and what leads from where to where, with how far anybody looked. */
public record ResourceMap(List<Group> groups, Lines lines, Unopened unopened, Looking looking) {
    public ResourceMap {
        groups = List.copyOf(groups);
    }

    /** A group or a resource, in the one around it; those around come first. {@code count} resources are in it. */
    public record Group(String id, Optional<GroupId> within, Level level, Face face, long count, boolean open) {}

    /** How it is called, and which resource it is, if it is one. */
    public record Face(String name, Optional<String> uid) {}

    /** The links of all resources that are shown or counted; {@code left} are in lines that there was no room for. */
    public record Lines(List<Line> lines, long left) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** All links that lead from one end to the other, by what they say. */
    public record Line(End from, End to, SortedMap<String, Long> relations) {
        public Line {
            relations = new TreeMap<>(relations);
        }

        public long links() {
            return relations.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Where links begin or end. */
    public sealed interface End {
        /** At something that is shown: the id of a group, or of a resource. */
        record Shown(String id) implements End {}

        /** Elsewhere, in this account if one is named; {@code found} where the hub had seen what stands there. */
        record Elsewhere(Optional<String> account, boolean found) implements End {}
    }

    /** What was to be opened: what there was no room for, and what is not there. */
    public record Unopened(Set<GroupId> folded, Set<GroupId> unknown) {}
}
