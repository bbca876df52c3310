package dev.quarterdeck.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleArnTest {
    @Test
    void readsPartitionAccountPathAndName() {
        var role = RoleArn.of("arn:aws-cn:iam::111122223333:role/ops/quarterdeck-read");

        assertThat(role)
                .isEqualTo(new RoleArn(Partition.CHINA, new AccountId("111122223333"), "/ops/", "quarterdeck-read"));
        assertThat(role).hasToString("arn:aws-cn:iam::111122223333:role/ops/quarterdeck-read");
    }

    @ParameterizedTest
    @Tag("A05")
    @ValueSource(
            strings = {
                "",
                "arn:aws:iam::111122223333:user/reader",
                "arn:aws:sts::111122223333:assumed-role/reader/session",
                "arn:aws:iam:us-east-1:111122223333:role/reader",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam::111122223333:role",
                "arn:aws:iam::111122223333:rolereader",
                "arn:aws:iam::111122223333:role//reader",
                "arn:aws:iam::111122223333:role/../reader",
                "arn:aws:iam::111122223333:role/ops/./reader",
                "arn:aws:iam::111122223333:role/%2e%2e/reader",
                "arn:aws:iam::111122223333:role/reader\n",
                "arn:aws:iam::111122223333:role/reader ",
                "arn:aws:iam::111122223333:role/reader\u202e",
                "arn:aws:iam::111122223333:role/\u0455\u0441\u0430n",
                "arn:aws:iam::١١١١٢٢٢٢٣٣٣٣:role/reader",
                "arn:aws:iam::11112222333:role/reader",
                "arn:aws:iam::111122223333:role/rea:der",
                "arn:aws:iam::111122223333:role/reader?x=1",
                "arn:aws:iam::111122223333:role/*",
                "arn:aws-mars:iam::111122223333:role/reader",
                "arn:AWS:iam::111122223333:role/reader"
            })
    void refusesWhatIsNoRole(String text) {
        assertThatThrownBy(() -> RoleArn.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "arn:aws:iam::111122223333:role/" + "a".repeat(65),
                "arn:aws:iam::111122223333:role/" + "a/".repeat(300) + "reader",
                "arn:aws:iam::111122223333:role/".concat("a".repeat(2049 - 31)));
    }

    @ParameterizedTest
    @Tag("A05")
    @MethodSource("tooLong")
    void refusesWhatIsTooLong(String text) {
        assertThatThrownBy(() -> RoleArn.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(250);
    }

    @Test
    void showsWhatNobodySees() {
        assertThatThrownBy(() -> RoleArn.of("arn:aws:iam::111122223333:role/reader\n"))
                .hasMessageContaining("role/reader\\u{a}'");
    }
}
