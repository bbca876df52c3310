package dev.quarterdeck.collect.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Keeps what was asked for last, as much of it as may be kept. */
final class Lately<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ToLongFunction<V> weight;
    private final long most;
    private long weighs;

    /** So many of them. */
    Lately(int most) {
        this(most, _ -> 1);
    }

    /** So much of them; the last one however much it is. */
    Lately(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void put(K key, V value) {
        remove(key);
        kept.put(key, value);
        weighs += weight.applyAsLong(value);
        Iterator<V> eldest = kept.values().iterator();
        while (weighs > most && kept.size() > 1) {
            weighs -= weight.applyAsLong(eldest.next());
            eldest.remove();
        }
    }

    synchronized void remove(K key) {
        V gone = kept.remove(key);
        if (gone != null) {
            weighs -= weight.applyAsLong(gone);
        }
    }
}
