package dev.quarterdeck.collect.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what was asked for last, so much of it. */
final class Lately<K, V> {
    private final Map<K, V> kept;

    Lately(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void put(K key, V value) {
        kept.put(key, value);
    }

    synchronized void remove(K key) {
        kept.remove(key);
    }
}
