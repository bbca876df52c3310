package dev.quarterdeck.collect.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.organization.StackInstance;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.collect.scan.StubAws;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class WireOrganizationTest {
    private final StubAws aws = new StubAws()
            .on(
                    "organizations:DescribeOrganization",
                    "{\"Organization\": {\"Id\": \"o-a1b2c3d4e5\", \"MasterAccountId\": \"111122223333\"}}")
            .on(
                    "cloudformation:ListStackInstances",
                    "{\"Summaries\": [{\"Account\": \"444455556666\", \"Status\": \"CURRENT\"}]}");

    /** AWS refuses a management account that says it is a delegated administrator. */
    @ParameterizedTest
    @CsvSource({"111122223333, SELF", "999988887777, DELEGATED_ADMIN"})
    void readsStacksAsWhatTheHubsAccountIs(String own, String callAs) {
        Asked<List<StackInstance>> stacks = in(own).stacks("quarterdeck");

        assertThat(stacks)
                .isEqualTo(new Asked.Got<>(List.of(
                        new StackInstance(new AccountId("444455556666"), StackInstance.State.DONE, "CURRENT"))));
        assertThat(aws.calls.getLast().input()).isEqualTo(Map.of("StackSetName", "quarterdeck", "CallAs", callAs));
    }

    @Test
    void doesNotGuessWhatItIsWhereTheOrganizationCannotBeRead() {
        aws.on("organizations:DescribeOrganization", new Answer.Denied("organizations:DescribeOrganization", "no"));

        assertThat(in("111122223333").stacks("quarterdeck"))
                .isEqualTo(
                        new Asked.Not<>(new Trouble(Trouble.Kind.DENIED, "organizations:DescribeOrganization", "no")));
        assertThat(aws.calls).hasSize(1);
    }

    private WireOrganization in(String account) {
        var access = new Access("aws", account, AnonymousCredentialsProvider.create());
        return new WireOrganization(aws, access, "us-east-1");
    }
}
