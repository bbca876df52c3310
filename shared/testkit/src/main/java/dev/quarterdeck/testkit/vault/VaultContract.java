package dev.quarterdeck.testkit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import org.junit.jupiter.api.Test;

/** What every vault promises. */
public interface VaultContract {
    SecretName NAME = SecretName.of("accounts", "111122223333", "akiaexample");

    Vault vault();

    @Test
    default void givesWhatItWasGiven() {
        vault().put(NAME, Secret.of("first/+=é€𝄞"));

        assertThat(vault().read(NAME)).contains(Secret.of("first/+=é€𝄞"));
    }

    @Test
    default void givesTheNewestAndOnRequestAnOlder() {
        var first = vault().put(NAME, Secret.of("first"));
        var second = vault().put(NAME, Secret.of("second"));

        assertThat(vault().read(NAME)).contains(Secret.of("second"));
        assertThat(vault().read(NAME, first)).contains(Secret.of("first"));
        assertThat(vault().read(NAME, second)).contains(Secret.of("second"));
        assertThat(vault().versions(NAME).stream().map(Vault.Kept::version)).containsExactly(second, first);
    }

    @Test
    default void keepsSecretsApart() {
        vault().put(NAME, Secret.of("one"));
        vault().put(SecretName.of("accounts", "444455556666", "akiaexample"), Secret.of("other"));

        assertThat(vault().read(NAME)).contains(Secret.of("one"));
    }

    @Test
    default void hasNothingThatNobodyGaveIt() {
        var unknown = SecretName.of("accounts", "999999999999", "akianobody");

        assertThat(vault().read(unknown)).isEmpty();
        assertThat(vault().versions(unknown)).isEmpty();
        assertThat(vault().read(unknown, new Vault.Version("1"))).isEmpty();
        vault().delete(unknown);
    }

    @Test
    default void forgetsWithAllVersions() {
        var first = vault().put(NAME, Secret.of("first"));
        vault().put(NAME, Secret.of("second"));

        vault().delete(NAME);

        assertThat(vault().read(NAME)).isEmpty();
        assertThat(vault().read(NAME, first)).isEmpty();
        assertThat(vault().versions(NAME)).isEmpty();
    }

    @Test
    default void takesASecretAnewOnceForgotten() {
        vault().put(NAME, Secret.of("first"));
        vault().delete(NAME);

        vault().put(NAME, Secret.of("again"));

        assertThat(vault().read(NAME)).contains(Secret.of("again"));
    }

    @Test
    default void takesTheLongest() {
        String longest = "x".repeat(60_000);

        vault().put(NAME, Secret.of(longest));

        assertThat(vault().read(NAME)).contains(Secret.of(longest));
    }
}
