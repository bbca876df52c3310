package dev.quarterdeck.infra;

import java.util.Arrays;

/** What a function may do in the hub account, by the words of the manifest. {@link Grants} says what each comes to. */
enum Permission {
    TABLE("table"),
    TABLE_READS("table-reads"),
    /** Following what comes into the table. */
    ROWS("rows"),
    /** Reading what is known of accounts. */
    FACTS_READS("facts-reads"),
    /** Keeping what scans see, and taking away what nothing refers to any more. */
    FACTS("facts"),
    /** Starting workflows, and asking how they stand. */
    WORKFLOWS("workflows"),
    /** Reading the secret that was made with the hub. */
    SECRET("secret"),
    /** Keeping and reading what is confided to the hub. */
    VAULT("vault"),
    /** Reading the organization and how far its StackSets have come. */
    ORGANIZATION("organization"),
    /** Assuming the roles of accounts. */
    ROLES("roles");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    static Permission of(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a permission: '%s'".formatted(word)));
    }

    @Override
    public String toString() {
        return word;
    }
}
