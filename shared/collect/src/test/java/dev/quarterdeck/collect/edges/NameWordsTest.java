package dev.quarterdeck.collect.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Link.Target;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.find.Words;
import dev.quarterdeck.kernel.Json;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a link names a resource, the index of names has the resource under one of the words that are looked for. */
class NameWordsTest {
    private static final String ROW = """
            {"uid": "u", "type": "AWS::Logs::LogGroup", "account_id": "111122223333", "region": "eu-west-1",
             "native_id": "/Orders", "name": "orders", "arn": "arn:aws:logs:eu-west-1:111122223333:log-group:/Orders:*",
             "identifiers": [{"kind": "dns", "value": "DualStack.LB.example."}, {"kind": "dns", "value": "plain.example"},
               {"kind": "private-ip", "value": "10.0.0.7"}, {"kind": "account", "value": "111122223333"},
               {"kind": "alias", "value": "alias/Orders"}]}""";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:logs:eu-west-1:111122223333:log-group:/Orders, ",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/Orders:*, AWS::Logs::LogGroup",
        "arn:aws:iam::111122223333:root, ",
        "/Orders, AWS::Logs::LogGroup",
        "orders, AWS::Logs::LogGroup",
        "alias/Orders, AWS::Logs::LogGroup",
        "lb.example, ",
        "dualstack.lb.EXAMPLE, ",
        "dualstack.plain.example., ",
        "10.0.0.7, "
    })
    void areInTheIndex(String named, String type) {
        var target = new Target(Optional.ofNullable(type).map(ResourceType::new), named, "111122223333", "eu-west-1");

        assertThat(NameBook.words(target)).containsAnyElementsOf(Words.of((Json.Obj) Json.parse(ROW)));
    }
}
