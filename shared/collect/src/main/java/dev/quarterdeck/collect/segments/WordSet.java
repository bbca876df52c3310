package dev.quarterdeck.collect.segments;

import java.util.Collection;

/** Words to look for in indexes, as many as one likes: of each the hash is kept by which indexes know it, eight bytes or less. */
public final class WordSet {
    private static final int EMPTY = 0;

    private int[] slots = new int[1024];
    private int size;
    private boolean hasEmpty;

    public void add(String word) {
        add(Postings.hash(word));
    }

    public boolean hasAll(Collection<String> words) {
        return words.stream().allMatch(word -> has(Postings.hash(word)));
    }

    boolean has(int hash) {
        return hash == EMPTY ? hasEmpty : slots[slot(hash)] == hash;
    }

    private void add(int hash) {
        if (hash == EMPTY) {
            hasEmpty = true;
            return;
        }
        int slot = slot(hash);
        if (slots[slot] == EMPTY) {
            slots[slot] = hash;
            size++;
            if (4L * size > 3L * slots.length) {
                grow();
            }
        }
    }

    private int slot(int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != EMPTY && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        for (int hash : before) {
            if (hash != EMPTY) {
                slots[slot(hash)] = hash;
            }
        }
    }
}
