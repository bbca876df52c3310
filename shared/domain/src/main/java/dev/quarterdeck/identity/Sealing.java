package dev.quarterdeck.identity;

/** Keeps a secret in a row so that the table's readers cannot read it; it opens nowhere but at that place. */
public interface Sealing {
    String seal(byte[] secret, String place);

    byte[] open(String sealed, String place);
}
