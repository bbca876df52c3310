package dev.quarterdeck.inventory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AWS::EC2",
                "ec2:instance",
                "AWS::EC2::Instance\n",
                " AWS::EC2::Instance",
                "AWS::ec2::Instance"
            })
    void refusesWhatIsNoTypeAndNamesIt(String name) {
        assertThatThrownBy(() -> new ResourceType(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource type must look like AWS::EC2::Instance: '%s'", name);
    }
}
