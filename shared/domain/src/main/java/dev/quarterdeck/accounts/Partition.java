package dev.quarterdeck.accounts;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One of AWS's separate worlds: no role of one can be assumed from another. */
public enum Partition {
    AWS("aws"),
    CHINA("aws-cn"),
    GOVERNMENT("aws-us-gov"),
    EUROPE("aws-eusc"),
    ISO("aws-iso"),
    ISO_B("aws-iso-b"),
    ISO_E("aws-iso-e"),
    ISO_F("aws-iso-f");

    private final String id;

    Partition(String id) {
        this.id = id;
    }

    public static Partition of(String id) {
        return Arrays.stream(values())
                .filter(partition -> partition.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("partition must be one of %s: '%s'"
                        .formatted(
                                Arrays.stream(values()).map(Partition::id).collect(Collectors.joining(", ")),
                                Visible.text(id))));
    }

    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
