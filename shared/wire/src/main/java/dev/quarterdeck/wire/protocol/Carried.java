package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives items to their sink with the carried members of their parents; an item's own member stands before a carried one. */
final class Carried {
    /** An object on the path: what it may carry and what of that was found, and how many items waited when it began. */
    private record Parent(Set<String> carries, Map<String, EventBuffer> found, int waitedBefore) {}

    /** An item whose parents are not read to their end: its members are still lacking. */
    private record Waiting(EventBuffer events, Set<String> own, Map<String, EventBuffer> found) {}

    private final Set<String> names;
    private final ItemSink sink;
    private final Deque<Parent> parents = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Set<String> own = new HashSet<>();
    private @Nullable EventBuffer late;
    private long items;

    Carried(List<String> names, ItemSink sink) {
        this.names = Set.copyOf(names);
        this.sink = sink;
    }

    long items() {
        return items;
    }

    /** An object begins that may carry these. */
    void beginParent(Set<String> carries) {
        parents.push(new Parent(carries, new HashMap<>(), waiting.size()));
    }

    /** What of the current parent is carried. */
    JsonSink carry(String name) {
        EventBuffer value = new EventBuffer();
        if (!parents.isEmpty()) {
            parents.peek().found.put(name, value);
        }
        return value;
    }

    void endParent() {
        Parent ended = parents.pop();
        for (int i = waiting.size() - 1; i >= ended.waitedBefore; i--) {
            ended.found.forEach(waiting.get(i).found::putIfAbsent);
        }
        int held = parents.isEmpty() ? 0 : ended.waitedBefore;
        List<Waiting> ready = waiting.subList(held, waiting.size());
        ready.removeIf(this::giveIfWhole);
    }

    private boolean giveIfWhole(Waiting one) {
        boolean whole = names.stream()
                .allMatch(name -> one.own.contains(name)
                        || one.found.containsKey(name)
                        || parents.stream().noneMatch(parent -> parent.carries.contains(name)));
        if (whole) {
            JsonSink out = sink.begin();
            one.events.replay(out);
            join(one.own, one.found, out);
            out.endObject();
            sink.end();
        }
        return whole;
    }

    JsonSink beginItem() {
        items++;
        if (names.isEmpty()) {
            return sink.begin();
        }
        own = new HashSet<>();
        if (found().keySet().containsAll(names)) {
            late = null;
            return sink.begin();
        }
        late = new EventBuffer();
        return late;
    }

    /** A member of the item itself. */
    void own(String name) {
        if (!names.isEmpty() && names.contains(name)) {
            own.add(name);
        }
    }

    /** The item is an object and all its members were given; its end is given here. */
    void endObjectItem(JsonSink out) {
        if (late != null) {
            waiting.add(new Waiting(late, own, found()));
            return;
        }
        if (!names.isEmpty()) {
            join(own, found(), out);
        }
        out.endObject();
        sink.end();
    }

    /** The item is a text, a number or a list: nothing can be joined. */
    void endPlainItem() {
        if (late == null) {
            sink.end();
        } else {
            late.replay(sink.begin());
            sink.end();
        }
    }

    /** The nearest parent's member counts. */
    private Map<String, EventBuffer> found() {
        Map<String, EventBuffer> found = new HashMap<>();
        parents.forEach(parent -> parent.found.forEach(found::putIfAbsent));
        return found;
    }

    private static void join(Set<String> own, Map<String, EventBuffer> found, JsonSink out) {
        found.forEach((name, value) -> {
            if (!own.contains(name)) {
                out.name(name);
                value.replay(out);
            }
        });
    }
}
