package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** A user's own access keys, through IAM. */
public record WireKeys(AwsApi api, Lender lender, Partition partition, String region) implements KeyAdmin {
    private static final Set<String> GONE = Set.of("NoSuchEntity");

    @Override
    public Asked<Set<String>> list(AccountId account, ByKeys with) {
        return ask(account, with, "ListAccessKeys", Map.of())
                .map(answer -> answer.objects("AccessKeyMetadata").stream()
                        .map(key -> key.text("AccessKeyId"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Asked<Made> make(AccountId account, ByKeys with) {
        return ask(account, with, "CreateAccessKey", Map.of())
                .map(answer -> answer.object("AccessKey"))
                .map(key -> new Made(new ByKeys(key.text("AccessKeyId")), Secret.of(key.text("SecretAccessKey"))));
    }

    @Override
    public Asked<Done> disable(AccountId account, ByKeys with, String accessKeyId) {
        return changed(ask(account, with, "UpdateAccessKey", Map.of("AccessKeyId", accessKeyId, "Status", "Inactive")));
    }

    @Override
    public Asked<Done> delete(AccountId account, ByKeys with, String accessKeyId) {
        return changed(ask(account, with, "DeleteAccessKey", Map.of("AccessKeyId", accessKeyId)));
    }

    private static Asked<Done> changed(Asked<Fields> answer) {
        return switch (answer) {
            case Asked.Got<Fields> _ -> new Asked.Got<>(Done.VALUE);
            case Asked.Not<Fields>(var trouble) when GONE.contains(trouble.what()) -> new Asked.Got<>(Done.VALUE);
            case Asked.Not<Fields>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    private Asked<Fields> ask(AccountId account, ByKeys with, String operation, Map<String, ?> input) {
        return switch (lender.keys(account, with)) {
            case Asked.Not<AwsCredentialsProvider>(var trouble) -> new Asked.Not<>(trouble);
            case Asked.Got<AwsCredentialsProvider>(var credentials) -> {
                var access = new Access(partition.id(), account.value(), credentials);
                yield Told.ask(api, Call.of("iam", operation, input, access, region))
                        .map(Fields::of);
            }
        };
    }
}
