package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Form.Struct;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An operation that a type calls, as AWS's model has it. */
record ModelledCall(ServiceModel service, Operation operation) {
    private static final Pattern TOKEN = Pattern.compile(
            "(next|pagination|continuation|page|starting)?_?(token|marker|cursor)|position"
                    + "|(next|lastevaluated|exclusivestart)\\w*(token|marker|key|name|type|identifier|id)",
            Pattern.CASE_INSENSITIVE);

    Struct input() {
        return new ShapeForm(service.name()).root(operation.input(), operation.name());
    }

    Struct output() {
        return new ShapeForm(service.name()).root(operation.output(), operation.name());
    }

    /** The members that must be given: the client fills in idempotency tokens itself. */
    List<String> required() {
        return operation.input().stream()
                .flatMap(input -> ((Structure) input.shape()).required().stream())
                .filter(name -> operation.inputMembers().stream()
                        .noneMatch(member ->
                                member.name().equals(name) && member.traits().has(Trait.IDEMPOTENCY_TOKEN)))
                .toList();
    }

    /** Whether it takes or gives an event stream. */
    boolean streams() {
        return Stream.of(operation.input(), operation.output())
                .flatMap(Optional::stream)
                .flatMap(whole -> ((Structure) whole.shape()).members().stream())
                .anyMatch(member -> member.traits().has(Trait.EVENT_STREAM));
    }

    boolean paginated() {
        return operation.paginator().isPresent();
    }

    /** Paths in the answer that look as if there were more to ask for; some services wrap all they say in one object. */
    List<String> tokens() {
        var tokens = new ArrayList<String>();
        Struct output = output();
        output.members().forEach((name, form) -> {
            if (TOKEN.matcher(name).matches()) {
                tokens.add(name);
            } else if (output.members().size() == 1 && form.get() instanceof Struct wrapped) {
                wrapped.members().keySet().stream()
                        .filter(member -> TOKEN.matcher(member).matches())
                        .forEach(member -> tokens.add(name + "." + member));
            }
        });
        return tokens;
    }

    /** The IAM action that allows it; where IAM's prefix is neither the signing name nor the end point's, it stands here. */
    String action() {
        String prefix = switch (service.name()) {
            case "cloudwatch" -> "cloudwatch";
            case "resourcegroupstaggingapi" -> "tag";
            default -> service.signingName();
        };
        return prefix + ":" + operation.name();
    }

    @Override
    public String toString() {
        return service.name() + ":" + operation.name();
    }
}
