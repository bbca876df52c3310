package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Arn;
import java.util.Map;

/** The parts of an ARN by name. */
final class ArnPart {
    private static final Map<String, java.util.function.Function<Arn, String>> PARTS = Map.of(
            "partition", Arn::partition,
            "service", Arn::service,
            "region", Arn::region,
            "account", Arn::account,
            "resource", Arn::resource);

    private ArnPart() {}

    static boolean isKnown(String part) {
        return PARTS.containsKey(part);
    }

    static String of(Arn arn, String part) {
        return PARTS.getOrDefault(part, _ -> "").apply(arn);
    }
}
