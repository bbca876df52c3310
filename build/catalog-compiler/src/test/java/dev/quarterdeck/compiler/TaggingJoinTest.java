package dev.quarterdeck.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Value;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TaggingJoinTest {
    @Test
    void spellsOutTheShortForm() {
        var type = new LinkedHashMap<String, Yaml>();
        type.put("id", new Value(3, Json.of("QueueUrl")));
        type.put("tagging", new Value(4, Json.of("sqs")));

        Fields spelledOut = TaggingJoin.spelledOut(new Fields(2, type));

        assertThat(spelledOut.json().text())
                .isEqualTo("{\"id\":\"QueueUrl\",\"tags\":\"Tags\",\"enrich\":[{\"name\":\"tags\","
                        + "\"service\":\"resourcegroupstaggingapi\",\"call\":\"GetResources\",\"join\":true,"
                        + "\"with\":{\"ResourceTypeFilters\":[\"sqs\"],\"ResourcesPerPage\":100},"
                        + "\"together\":\"ResourceTypeFilters\","
                        + "\"items\":\"ResourceTagMappingList[]\",\"key\":\"ResourceARN\",\"on\":\"$arn\",\"take\":\"Tags\","
                        + "\"else\":[]}]}");
        assertThat(spelledOut.eachFields("enrich")).allMatch(join -> join.line() == 4);
    }

    @Test
    void leavesOtherTypesAlone() {
        var type = new LinkedHashMap<String, Yaml>();
        type.put("id", new Value(3, Json.of("VpcId")));
        var plain = new Fields(2, type);

        assertThat(TaggingJoin.spelledOut(plain)).isSameAs(plain);
    }
}
