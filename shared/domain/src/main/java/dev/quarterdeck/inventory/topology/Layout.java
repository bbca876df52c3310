package dev.quarterdeck.inventory.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which groups a map shows, and into which of them it looks: level by level, the smallest first, as long as there is room.
 * All accounts are shown, whatever room there is.
 */
public final class Layout {
    /** Groups and resources that one map shows at most. */
    public static final int ROOM = 20_000;

    /** In the order in which they are opened: what has few parts leaves room for others. */
    private static final Comparator<Node> SMALLEST =
            Comparator.comparingLong(Node::parts).thenComparing(Node::id);

    private final SortedMap<GroupId, Node> accounts = new TreeMap<>();
    private final SortedSet<GroupId> opened = new TreeSet<>();
    private final SortedSet<GroupId> folded = new TreeSet<>();
    private final SortedSet<GroupId> unknown;

    private static final class Node {
        private final GroupId id;
        private final SortedMap<String, Node> inside = new TreeMap<>();
        private long count;

        Node(GroupId id) {
            this.id = id;
        }

        GroupId id() {
            return id;
        }

        /** How many more there are to show once it is opened: of a type, its resources. */
        long parts() {
            return id.level() == Level.TYPE ? count : inside.size();
        }
    }

    /** How many resources there are in which place, and what of it is to be opened. */
    public Layout(Map<Place, Long> counts, Opening opening, int room) {
        var all = new HashMap<GroupId, Node>();
        counts.forEach((place, count) -> add(place, count, all));
        unknown = opening.expanded().stream()
                .filter(id -> !all.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        open(opening, room);
    }

    private void add(Place place, long count, Map<GroupId, Node> all) {
        Node outer = null;
        for (GroupId id : place.groups()) {
            Node node = all.computeIfAbsent(id, Node::new);
            node.count += count;
            if (outer == null) {
                accounts.put(id, node);
            } else {
                outer.inside.put(id.name(), node);
            }
            outer = node;
        }
    }

    private void open(Opening opening, int room) {
        long shown = accounts.size();
        Collection<Node> wave = accounts.values();
        while (!wave.isEmpty()) {
            var next = new ArrayList<Node>();
            for (Node node : wave.stream().sorted(SMALLEST).toList()) {
                if (!opening.asksFor(node.id)) {
                    continue;
                }
                if (shown + node.parts() > room) {
                    folded.add(node.id);
                } else {
                    shown += node.parts();
                    opened.add(node.id);
                    next.addAll(node.inside.values());
                }
            }
            wave = next;
        }
    }

    /** A group that is shown, how many resources are in it, and whether what is in it is shown too. */
    public record Shown(GroupId id, long count, boolean open) {}

    /** Those around come before what is in them. */
    public List<Shown> groups() {
        var groups = new ArrayList<Shown>();
        accounts.values().forEach(account -> show(account, groups));
        return groups;
    }

    private void show(Node node, List<Shown> groups) {
        boolean open = opened.contains(node.id);
        groups.add(new Shown(node.id, node.count, open));
        if (open) {
            node.inside.values().stream().sorted(Comparator.comparing(Node::id)).forEach(inner -> show(inner, groups));
        }
    }

    /** The innermost group that is shown of those around a place. */
    public GroupId innermost(Place place) {
        List<GroupId> around = place.groups();
        int last = 0;
        while (last + 1 < around.size() && opened.contains(around.get(last))) {
            last++;
        }
        return around.get(last);
    }

    /** Are the resources of this place shown one by one? */
    public boolean tellsApart(Place place) {
        GroupId innermost = innermost(place);
        return innermost.level() == Level.TYPE && opened.contains(innermost);
    }

    /** What was to be opened and is not, because there was no room. */
    public Set<GroupId> folded() {
        return folded;
    }

    /** What was to be opened and is not there. */
    public Set<GroupId> unknown() {
        return unknown;
    }
}
