package dev.quarterdeck.platform.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.aws.vault.SecretsManagerVault.Place;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.vault.VaultContract;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager, as MiniStack plays it, does what every vault must do. */
@EnabledIf("dev.quarterdeck.testkit.MiniStack#isThere")
class SecretsManagerVaultIT implements VaultContract {
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static MiniStack stack;
    private static SecretsManagerClient client;

    private final Place place = new Place("vault%d/".formatted(PLACES.incrementAndGet()), "alias/quarterdeck");

    @BeforeAll
    static void open() {
        stack = MiniStack.start(MiniStack.Settings.OPEN);
        client = client(stack.endpoint());
    }

    @AfterAll
    static void close() {
        client.close();
        stack.close();
    }

    @Override
    public Vault vault() {
        return new SecretsManagerVault(client, place);
    }

    @Test
    void closesWhatItKeepsWithTheHubsKey() {
        vault().put(NAME, Secret.of("first"));

        assertThat(client.describeSecret(request -> request.secretId(place.prefix() + NAME.value()))
                        .kmsKeyId())
                .isEqualTo("alias/quarterdeck");
    }

    @Test
    void saysSoWhenItCannotBeAskedAndTellsNoSecret() {
        try (var nowhere = client(URI.create("http://127.0.0.1:1"))) {
            var vault = new SecretsManagerVault(nowhere, place);

            assertThatThrownBy(() -> vault.put(NAME, Secret.of("canary")))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("the hub's vault cannot be asked (no answer)");
            assertThatThrownBy(() -> vault.read(NAME)).isInstanceOf(FailureException.class);
            assertThatThrownBy(() -> vault.versions(NAME)).isInstanceOf(FailureException.class);
            assertThatThrownBy(() -> vault.delete(NAME)).isInstanceOf(FailureException.class);
        }
    }

    private static SecretsManagerClient client(URI endpoint) {
        return SecretsManagerClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }
}
