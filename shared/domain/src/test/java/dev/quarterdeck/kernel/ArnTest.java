package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
    @Test
    void splitsIntoItsPartsAndBack() {
        String text = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188";

        assertThat(Arn.parse(text))
                .contains(new Arn(
                        "aws",
                        "elasticloadbalancing",
                        "eu-west-1",
                        "111122223333",
                        "loadbalancer/app/web/50dc6c495c0c9188"));
        assertThat(Arn.parse(text).orElseThrow()).hasToString(text);
    }

    @Test
    void keepsColonsOfTheResource() {
        assertThat(Arn.parse("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/a:*"))
                .map(Arn::resource)
                .contains("log-group:/aws/lambda/a:*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "arn:aws:s3",
                "arn::s3:::bucket",
                "arn:aws::::bucket",
                "arn:aws:s3:::",
                "arn:aws:s3:::bucket\n",
                "ARN:aws:s3:::bucket"
            })
    void findsNoArnInOtherText(String text) {
        assertThat(Arn.parse(text)).isEmpty();
    }
}
