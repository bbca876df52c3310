package dev.quarterdeck.collect.edges;

import dev.quarterdeck.inventory.Uid;
import java.util.Arrays;

/** The resources that links may lead to, by number: 24 bytes each. */
final class Ends {
    private static final int UID_BYTES = 16;

    private final Numbers accounts = new Numbers();
    private final Numbers types = new Numbers();
    private byte[] uids = new byte[1024 * UID_BYTES];
    private int[] homes = new int[1024];
    private int[] kinds = new int[1024];
    private int size;

    int add(Named resource) {
        if (size == homes.length) {
            uids = Arrays.copyOf(uids, uids.length * 2);
            homes = Arrays.copyOf(homes, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        System.arraycopy(resource.uid().bits(), 0, uids, size * UID_BYTES, UID_BYTES);
        homes[size] = accounts.number(resource.place().account());
        kinds[size] = types.number(resource.type().name());
        return size++;
    }

    Uid uid(int number) {
        return Uid.ofBits(Arrays.copyOfRange(uids, number * UID_BYTES, (number + 1) * UID_BYTES));
    }

    String account(int number) {
        return accounts.name(homes[number]);
    }

    /** Of two, the same one in every scan: the first by type, then by uid. */
    int first(int one, int other) {
        int order = types.name(kinds[one]).compareTo(types.name(kinds[other]));
        if (order == 0) {
            order = uid(one).compareTo(uid(other));
        }
        return order <= 0 ? one : other;
    }
}
