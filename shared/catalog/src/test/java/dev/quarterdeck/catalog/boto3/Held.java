package dev.quarterdeck.catalog.boto3;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Every catalogued operation, in each kind of case: boto3's word against ours. {@code command} is what boto3 is asked. */
record Held(Catalogued catalog, String command, List<String> kinds) {
    /** Fails where a case is missing or boto3 and we differ; leaves the numbers under this title. */
    void agrees(String title, Function<JsonNode, List<String>> differences) throws IOException {
        Tally tally = new Tally();
        Boto3.says(
                line -> tally.compared(operation(line), line.get("kind").asText(), differences.apply(line)),
                command,
                Boto3.SEEDS);

        tally.covers(catalog.operations(kinds));
        tally.report(command + ".md", title);
        tally.agrees();
    }

    private static String operation(JsonNode line) {
        return line.get("service").asText() + "." + line.get("operation").asText();
    }
}
