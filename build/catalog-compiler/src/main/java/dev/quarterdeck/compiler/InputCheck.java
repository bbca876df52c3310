package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Form.Kind;
import dev.quarterdeck.compiler.Form.Struct;
import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Items;
import dev.quarterdeck.compiler.Yaml.Value;
import dev.quarterdeck.kernel.Json;
import java.util.HashSet;
import java.util.Set;

/** Checks what a call is given ({@code with:}, {@code batch:}) against the operation's input. */
final class InputCheck {
    private final ExpressionCheck expressions;
    private final Report report;
    private final PathCheck paths;

    InputCheck(ExpressionCheck expressions, Report report) {
        this.expressions = expressions;
        this.report = report;
        this.paths = new PathCheck(report);
    }

    void check(Fields call, ModelledCall operation, Scope scope) {
        Set<String> given = new HashSet<>();
        call.fields("with").ifPresent(with -> {
            given.addAll(with.members().keySet());
            value(with, operation.input(), scope);
        });
        call.get("together").ifPresent(member -> together((Value) member, call));
        call.fields("batch").ifPresent(batch -> {
            given.add(batch.need("param"));
            batch(batch.get("param").orElseThrow(), batch.need("param"), operation);
            expressions.check(batch.get("from").orElseThrow(), scope);
        });
        for (String required : operation.required()) {
            if (!given.contains(required)) {
                report.at(
                        call.get("call").orElseThrow(),
                        "%s needs '%s': give it in `with:`".formatted(operation, required));
            }
        }
    }

    /** What several types put into one call must be known before any of them is asked. */
    private void together(Value member, Fields call) {
        boolean constants = call.fields("with")
                .flatMap(with -> with.get(member.text()))
                .filter(list ->
                        list instanceof Items items && items.items().stream().allMatch(InputCheck::isConstant))
                .isPresent();
        if (!constants) {
            report.at(member, "`with:` gives no list of constants '%s' to be put together".formatted(member.text()));
        }
    }

    private static boolean isConstant(Yaml item) {
        return item instanceof Value value && !value.text().startsWith("=");
    }

    private void batch(Yaml place, String param, ModelledCall operation) {
        paths.member(param, operation.input(), place)
                .filter(form -> !(form instanceof Form.Many))
                .ifPresent(_ -> report.at(
                        place, "'%s' takes no list, so nothing can be asked for in batches".formatted(param)));
    }

    private void value(Yaml given, Form wanted, Scope scope) {
        switch (given) {
            case Value value
            when value.json() instanceof Json.Str(var text) && text.startsWith("=") ->
                expressions.check(value, text.substring(1), scope);
            case Fields fields
            when wanted instanceof Struct struct ->
                fields.members()
                        .forEach((name, member) ->
                                paths.member(name, struct, member).ifPresent(form -> value(member, form, scope)));
            case Fields fields
            when wanted instanceof Form.Dictionary(var form) ->
                fields.members().values().forEach(member -> value(member, form, scope));
            case Items items
            when wanted instanceof Form.Many(var form) -> items.items().forEach(item -> value(item, form, scope));
            case Value value when wanted instanceof Form.Scalar(var kind) && fits(value.json(), kind) -> {}
            default -> {
                if (!(wanted instanceof Form.Anything)) {
                    report.at(
                            given,
                            "%s is given where AWS takes %s"
                                    .formatted(given.json().text(), wanted.described()));
                }
            }
        }
    }

    private static boolean fits(Json value, Kind kind) {
        return switch (kind) {
            case TEXT -> value instanceof Json.Str;
            case NUMBER -> value instanceof Json.Num;
            case BOOLEAN -> value instanceof Json.Bool;
        };
    }
}
