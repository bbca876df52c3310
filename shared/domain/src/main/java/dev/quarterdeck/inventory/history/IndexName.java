package dev.quarterdeck.inventory.history;

import dev.quarterdeck.kernel.objects.ObjectName;

/** What the index of an object of facts is called. It says what can be read there too: without it all is read. */
public final class IndexName {
    private static final String FACTS = ".ndjson.zst";
    private static final String INDEX = ".index.zst";

    private IndexName() {}

    public static ObjectName of(ObjectName facts) {
        String name = facts.value();
        return new ObjectName(
                (name.endsWith(FACTS) ? name.substring(0, name.length() - FACTS.length()) : name) + INDEX);
    }
}
