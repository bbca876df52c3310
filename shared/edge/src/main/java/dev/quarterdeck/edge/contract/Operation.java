package dev.quarterdeck.edge.contract;

import dev.quarterdeck.edge.contract.Parameter.Place;
import dev.quarterdeck.kernel.Failure.Violation;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation of the contract: how it is called, by whom, and with what. */
public record Operation(
        String id, String method, Template path, Access access, List<Parameter> parameters, Optional<Shape> body) {
    /** May the method change anything? */
    public boolean changes() {
        return !method.equals("GET");
    }

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** What is wrong with the parameters in one place: unknown, missing, or breaking their schema. */
    public List<Violation> parameterViolations(Place place, Map<String, String> given) {
        var violations = new ArrayList<Violation>();
        List<Parameter> known = parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .toList();
        given.keySet().stream()
                .filter(name ->
                        known.stream().noneMatch(parameter -> parameter.name().equals(name)))
                .forEach(name -> violations.add(new Violation(name, "is not a parameter of this operation")));
        for (Parameter parameter : known) {
            String text = given.get(parameter.name());
            if (text != null) {
                violations.addAll(parameter.violations(text));
            } else if (parameter.required()) {
                violations.add(new Violation(parameter.name(), "is missing"));
            }
        }
        return violations;
    }

    public List<Violation> bodyViolations(Json value) {
        return body.map(shape -> shape.violations(value)).orElse(List.of());
    }
}
