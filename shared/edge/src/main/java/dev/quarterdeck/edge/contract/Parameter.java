package dev.quarterdeck.edge.contract;

import dev.quarterdeck.kernel.Failure.Violation;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.List;

/** A parameter of an operation: where it stands, whether it must, and what its text may say. */
public record Parameter(String name, Place place, boolean required, String type, Shape shape) {
    /** Where parameters stand. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    List<Violation> violations(String text) {
        return shape.violations(value(text)).stream()
                .map(violation -> new Violation(name, violation.why()))
                .toList();
    }

    private Json value(String text) {
        return switch (type) {
            case "integer", "number" -> number(text);
            case "boolean" ->
                switch (text) {
                    case "true" -> Json.Bool.TRUE;
                    case "false" -> Json.Bool.FALSE;
                    default -> Json.of(text);
                };
            default -> Json.of(text);
        };
    }

    private static Json number(String text) {
        boolean plain = text.length() <= 20 && text.matches("-?[0-9]+(\\.[0-9]+)?");
        return plain ? new Json.Num(new BigDecimal(text)) : Json.of(text);
    }
}
