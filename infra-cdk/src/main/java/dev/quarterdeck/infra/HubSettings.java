package dev.quarterdeck.infra;

import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Node;

/** What whoever deploys decides: where the built functions are, and who hears of alarms. */
public record HubSettings(Path functions, Optional<String> alarmEmail) {
    /** From the CDK context ({@code -c functions=… -c alarm_email=…}). */
    static HubSettings from(Node node) {
        return new HubSettings(
                Path.of(context(node, "functions").orElse("../functions")), context(node, "alarm_email"));
    }

    private static Optional<String> context(Node node, String name) {
        return Optional.ofNullable(node.tryGetContext(name)).map(Object::toString);
    }

    Code code(FunctionEntry entry) {
        String module = entry.code().module();
        return Code.fromAsset(functions
                .resolve(module)
                .resolve("target")
                .resolve(module + ".zip")
                .toString());
    }
}
