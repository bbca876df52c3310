package dev.quarterdeck.platform.aws.vault;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.credentials.VaultTrouble;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.aws.Connections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** The vault of a deployed hub: one secret of Secrets Manager for each of ours, closed with the hub's key. */
public final class SecretsManagerVault implements Vault {
    private static final Comparator<SecretVersionsListEntry> NEWEST_FIRST = Comparator.comparing(
                    (SecretVersionsListEntry entry) -> entry.versionStages().contains("AWSCURRENT"))
            .thenComparing(entry -> entry.versionStages().contains("AWSPREVIOUS"))
            .thenComparing(SecretVersionsListEntry::createdDate)
            .reversed();

    private final SecretsManagerClient client;
    private final Place place;

    /** Before which prefix the names are kept, and the key (id, ARN or alias) that closes them. */
    public record Place(String prefix, String key) {}

    /** The client is the caller's to close. */
    public SecretsManagerVault(SecretsManagerClient client, Place place) {
        this.client = client;
        this.place = place;
    }

    /** As the process's own role, for as long as it lives. */
    public static SecretsManagerVault open(Place place) {
        return new SecretsManagerVault(Connections.of(SecretsManagerClient.builder()), place);
    }

    @Override
    public Version put(SecretName name, Secret<String> value) {
        try {
            return changed(name, value);
        } catch (ResourceNotFoundException _) {
            return made(name, value);
        } catch (SdkException e) {
            throw trouble(e);
        }
    }

    @Override
    public Optional<Secret<String>> read(SecretName name) {
        return value(request -> request.secretId(id(name)));
    }

    @Override
    public Optional<Secret<String>> read(SecretName name, Version version) {
        return value(request -> request.secretId(id(name)).versionId(version.id()));
    }

    @Override
    public List<Kept> versions(SecretName name) {
        try {
            return client
                    .listSecretVersionIdsPaginator(
                            request -> request.secretId(id(name)).includeDeprecated(true))
                    .stream()
                    .flatMap(page -> page.versions().stream())
                    .sorted(NEWEST_FIRST)
                    .map(entry -> new Kept(new Version(entry.versionId()), entry.createdDate()))
                    .toList();
        } catch (ResourceNotFoundException _) {
            return List.of();
        } catch (SdkException e) {
            throw trouble(e);
        }
    }

    @Override
    public void delete(SecretName name) {
        try {
            client.deleteSecret(request -> request.secretId(id(name)).forceDeleteWithoutRecovery(true));
        } catch (ResourceNotFoundException _) {
            // forgotten already
        } catch (SdkException e) {
            throw trouble(e);
        }
    }

    private Version changed(SecretName name, Secret<String> value) {
        return new Version(
                client.putSecretValue(request -> request.secretId(id(name)).secretString(value.reveal()))
                        .versionId());
    }

    private Version made(SecretName name, Secret<String> value) {
        try {
            return new Version(client.createSecret(request ->
                            request.name(id(name)).kmsKeyId(place.key()).secretString(value.reveal()))
                    .versionId());
        } catch (ResourceExistsException _) {
            return changed(name, value); // somebody else made it just now
        } catch (SdkException e) {
            throw trouble(e);
        }
    }

    private Optional<Secret<String>> value(Consumer<GetSecretValueRequest.Builder> which) {
        try {
            return Optional.of(Secret.of(client.getSecretValue(which).secretString()));
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw trouble(e);
        }
    }

    private String id(SecretName name) {
        return place.prefix() + name.value();
    }

    /** AWS's own words may repeat what they were given. */
    private static FailureException trouble(SdkException e) {
        String what =
                e instanceof AwsServiceException told ? told.awsErrorDetails().errorCode() : "no answer";
        return VaultTrouble.of("the hub's vault cannot be asked (%s)".formatted(what));
    }
}
