package dev.quarterdeck.credentials;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where secrets are kept. Every change makes a new version; the one before it can still be read, for whoever must go
 * back. A vault that cannot be opened fails: it never answers "there is none" instead.
 */
public interface Vault {
    /** Keeps a new version and says which it is. */
    Version put(SecretName name, Secret<String> value);

    /** The newest version's value. */
    Optional<Secret<String>> read(SecretName name);

    Optional<Secret<String>> read(SecretName name, Version version);

    /** Newest first; without their values. */
    List<Kept> versions(SecretName name);

    /** Forgets the secret and all its versions. */
    void delete(SecretName name);

    /** Which version of a secret. */
    record Version(String id) {}

    /** A version and when it was made. */
    record Kept(Version version, Instant at) {}
}
