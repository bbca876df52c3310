package dev.quarterdeck.platform.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.aws.vault.SecretsManagerVault.Place;
import dev.quarterdeck.testkit.HubPlatform;
import dev.quarterdeck.testkit.vault.VaultContract;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager, as an emulator plays it, does what every vault must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecretsManagerCases implements VaultContract {
    private static final AtomicInteger PLACES = new AtomicInteger();

    private final HubPlatform platform;
    private final SecretsManagerClient client;
    private Place place = newPlace();

    SecretsManagerCases(HubPlatform platform) {
        this.platform = platform;
        client = client(platform.endpoint());
    }

    @BeforeEach
    void takeNewPlace() {
        place = newPlace();
    }

    @AfterAll
    void close() {
        client.close();
        platform.close();
    }

    private static Place newPlace() {
        return new Place("vault%d/".formatted(PLACES.incrementAndGet()), "alias/quarterdeck");
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
