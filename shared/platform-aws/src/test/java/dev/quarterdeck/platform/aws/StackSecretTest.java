package dev.quarterdeck.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StackSecretTest {
    private static final StackSecret SECRET = StackSecret.of(new byte[32]);

    @Test
    void makesTheKeyOfAPurposeAsHkdfSays() {
        assertThat(HexFormat.of().formatHex(SECRET.key("pepper").getEncoded()))
                .isEqualTo("596f315f24863e31606ec51527705bb94c8fbfa7736d045a92ac5a5b5c4d083b");
    }

    @Test
    void makesAnotherKeyForEachPurposeAndOfEachSecret() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(SECRET.key("cursors")).isNotEqualTo(SECRET.key("pepper"));
        assertThat(StackSecret.of(other).key("pepper")).isNotEqualTo(SECRET.key("pepper"));
    }

    @Test
    void refusesASecretThatCanBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> StackSecret.of(new byte[31]));
    }
}
