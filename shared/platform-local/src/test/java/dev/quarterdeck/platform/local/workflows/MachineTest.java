package dev.quarterdeck.platform.local.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of a definition, and where. */
class MachineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Type\": \"Pass\", \"End\": true, \"Assign\": {}} | /States/A/Assign is not known",
                "{\"Type\": \"Pass\", \"End\": true, \"QueryLanguage\": \"JSONata\"} | /States/A/QueryLanguage is not known",
                "{\"Type\": \"Teleport\", \"End\": true} | /States/A/Type is not one of ours: 'Teleport'",
                "{\"Type\": \"Pass\"} | /States/A/Next or \"End\": true is needed, and not both",
                "{\"Type\": \"Pass\", \"End\": true, \"Next\": \"A\"} | /States/A/Next or \"End\": true is needed, and not both",
                "{\"Type\": \"Pass\", \"Next\": \"B\"} | leads to a state that is not there: 'B'",
                "{\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"a.b\"} | /States/A/InputPath a path begins with '$': 'a.b'",
                "{\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"$..a\"} | /States/A/InputPath a path has .name, ['name'], [0] and [*]; not so from character 2: '$..a'",
                "{\"Type\": \"Pass\", \"End\": true, \"InputPath\": \"$.a[?(@.b)]\"} | /States/A/InputPath a path has .name, ['name'], [0] and [*]; not so from character 4: '$.a[?(@.b)]'",
                "{\"Type\": \"Pass\", \"End\": true, \"ResultPath\": \"$.a[0]\"} | /States/A/ResultPath a result goes to $ or $.some.member: '$.a[0]'",
                "{\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"a\": [{\"b.$\": \"States.Shout('x')\"}]}} | /States/A/Parameters/a/0/b.$ States.Shout is no function of ours",
                "{\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"b.$\": \"States.Hash('x')\"}} | /States/A/Parameters/b.$ expected another number of arguments for States.Hash at character 17: 'States.Hash('x')'",
                "{\"Type\": \"Task\", \"End\": true, \"Resource\": \"arn:aws:states:::sqs:sendMessage\"} | /States/A/Resource must be the name of a task like ${collect}: 'arn:aws:states:::sqs:sendMessage'",
                "{\"Type\": \"Task\", \"End\": true, \"Resource\": \"${t}\", \"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 5} | /States/A/HeartbeatSeconds must be less than TimeoutSeconds",
                "{\"Type\": \"Task\", \"End\": true, \"Resource\": \"${t}\", \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"], \"JitterStrategy\": \"FULL\"}]} | /States/A/Retry/0/JitterStrategy is not known",
                "{\"Type\": \"Task\", \"End\": true, \"Resource\": \"${t}\", \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"E\"]}]} | Retry: nothing comes after States.ALL",
                "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"StringLike\": \"x\", \"Next\": \"A\"}]} | /States/A/Choices/0 there is no test 'StringLike'",
                "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"NumericEquals\": \"x\", \"Next\": \"A\"}]} | /States/A/Choices/0 NumericEquals does not compare with \"x\"",
                "{\"Type\": \"Wait\", \"End\": true} | /States/A/Type Wait needs exactly one of Seconds, SecondsPath, Timestamp and TimestampPath",
                "{\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\"}, \"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Succeed\"}}}} | /States/A/ItemProcessor/ProcessorConfig/Mode must be INLINE",
                "{\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}} | /States has two states of the name 'A'",
                "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Pass\"}}}]} | /States/A/Branches/0/States/B/Next or \"End\": true is needed, and not both",
            })
    void refusesWhatItWouldNotDoWithItsPlace(String state, String complaint) {
        assertThatThrownBy(() -> Machine.read("{\"StartAt\": \"A\", \"States\": {\"A\": %s}}".formatted(state)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(complaint);
    }

    @Test
    void refusesStatesThatNothingLeadsTo() {
        assertThatThrownBy(
                        () -> Machine.read(
                                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}, \"B\": {\"Type\": \"Succeed\"}}}"))
                .hasMessageContaining("nothing leads to the state 'B'");
    }

    @Test
    void knowsTheTasksOfItsInnermostStates() {
        String inner =
                "{\"StartAt\": \"I\", \"States\": {\"I\": {\"Type\": \"Task\", \"Resource\": \"${inner}\", \"End\": true}}}";
        String map = "{\"Type\": \"Map\", \"ItemProcessor\": %s, \"Next\": \"T\"}".formatted(inner);
        assertThat(Machine.read(
                                "{\"StartAt\": \"M\", \"States\": {\"M\": %s, \"T\": {\"Type\": \"Task\", \"Resource\": \"${outer}\", \"End\": true}}}"
                                        .formatted(map))
                        .tasks())
                .containsExactly("inner", "outer");
    }
}
