package dev.quarterdeck.inventory;

import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Digest;

/**
 * The name the hub gives a resource: {@code r1} and 26 characters of base32, from the first 128 bits of SHA-256 over
 * the length-prefixed UTF-8 of partition, account, region, type, native id and incarnation. {@code r1} is the version.
 */
public record Uid(String value) implements Comparable<Uid> {
    private static final String VERSION = "r1";

    /** What a uid is made from; {@code incarnation} is empty where a type has none. */
    public record Parts(
            String partition, String account, String region, ResourceType type, String nativeId, String incarnation) {}

    public static Uid of(Parts parts) {
        byte[] hash = Digest.sha256(
                parts.partition, parts.account, parts.region, parts.type.name(), parts.nativeId, parts.incarnation);
        return ofBits(hash);
    }

    /** The 128 bits that the text stands for. */
    public byte[] bits() {
        return Base32.decode(value.substring(VERSION.length()), 16);
    }

    /** The uid of the first 128 bits. */
    public static Uid ofBits(byte[] bits) {
        return new Uid(VERSION + Base32.encode(bits, 16));
    }

    /** The record's own goes through method handles, which the quick compiler does not see through. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Uid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
