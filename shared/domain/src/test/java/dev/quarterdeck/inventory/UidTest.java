package dev.quarterdeck.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UidTest {
    /** Vectors computed apart, with Python's hashlib and base64. */
    @ParameterizedTest
    @CsvSource({
        "aws, 111122223333, eu-west-1, AWS::EC2::Instance, i-0123456789abcdef0, '', r1ynxhntye7vjnjvhzo57qcwnfpq",
        "aws, 111122223333, global, AWS::IAM::Role, deploy, AROAEXAMPLE1, r144nly6nytyowpgd5bkf5na5v7a",
        "aws-cn, 444455556666, cn-north-1, AWS::SQS::Queue, https://sqs/ü/😀, '', r134ygjykrgfnhzso2ge3tynvjxi",
    })
    void isTheSameEverywhere(
            String partition, String account, String region, String type, String id, String incarnation, String uid) {
        var parts = new Uid.Parts(partition, account, region, new ResourceType(type), id, incarnation);

        assertThat(Uid.of(parts).value()).isEqualTo(uid);
    }

    @Test
    void doesNotConfuseWhereOnePartEndsAndTheNextBegins() {
        var type = new ResourceType("AWS::IAM::Role");

        assertThat(Uid.of(new Uid.Parts("aws", "1", "23", type, "ab", "c")))
                .isNotEqualTo(Uid.of(new Uid.Parts("aws", "12", "3", type, "ab", "c")))
                .isNotEqualTo(Uid.of(new Uid.Parts("aws", "1", "23", type, "a", "bc")));
    }

    @Test
    void differsForDifferentThings() {
        var random = new Random(7);
        var seen = new HashSet<Uid>();
        for (int i = 0; i < 10_000; i++) {
            String id = Integer.toString(i) + (char) ('a' + random.nextInt(26));
            seen.add(Uid.of(
                    new Uid.Parts("aws", "111122223333", "eu-west-1", new ResourceType("AWS::EC2::Volume"), id, "")));
        }
        assertThat(seen).hasSize(10_000);
        assertThat(List.copyOf(seen)).allMatch(uid -> uid.value().matches("r1[a-z2-7]{26}"));
    }
}
