package dev.quarterdeck.identity;

import javax.crypto.SecretKey;

/** What is mixed into the hashes of keys and is not in the table, so that the table alone proves no guess. */
public record Pepper(String id, SecretKey secret) {
    @Override
    public String toString() {
        return "Pepper[%s]".formatted(id);
    }
}
