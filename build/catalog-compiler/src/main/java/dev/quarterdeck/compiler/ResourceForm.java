package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Form.Struct;
import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.wire.model.ModelIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Works out what a type's resources look like, by following its list and its enrichments through the models. */
final class ResourceForm {
    private final TypeEntry entry;
    private final Report report;
    private final PathCheck paths;
    private final CallCheck calls;
    private final ExpressionCheck expressions;
    private final InputCheck inputs;

    ResourceForm(ModelIndex models, TypeEntry entry) {
        this.entry = entry;
        this.report = entry.report();
        this.paths = new PathCheck(report);
        this.calls = new CallCheck(models, entry);
        this.expressions = new ExpressionCheck(report);
        this.inputs = new InputCheck(expressions, report);
    }

    /** What one row of the list gives; empty, with the reason in the report, if that cannot be known. */
    Optional<Form> listed(Optional<Form> parent) {
        Fields list = entry.fields().fields("list").orElseThrow();
        return calls.operation(list).flatMap(operation -> {
            calls.paging(list, operation);
            inputs.check(list, operation, new Scope(new Struct("the scan", new LinkedHashMap<>()), parent));
            return row(list, operation).map(row -> carried(list, operation, named(list, row)));
        });
    }

    private Optional<Form> row(Fields call, ModelledCall operation) {
        return paths.follow(
                call.need("items"), operation.output(), call.get("items").orElseThrow());
    }

    /** Rows that are plain texts become objects of one member. */
    private Form named(Fields list, Form row) {
        if (row instanceof Struct || row instanceof Form.Anything) {
            list.get("as")
                    .ifPresent(
                            as -> report.at(as, "`as` is for lists of plain texts; these are objects: leave it out"));
            return row;
        }
        Optional<String> as = list.text("as");
        if (as.isEmpty()) {
            report.at(
                    list.get("items").orElseThrow(),
                    "the items are %s: name the member they become with `as:`".formatted(row.described()));
        }
        var member = new LinkedHashMap<String, java.util.function.Supplier<Form>>();
        member.put(as.orElse("value"), () -> row);
        return new Struct(entry.type(), member);
    }

    private Form carried(Fields list, ModelledCall operation, Form row) {
        Form form = row;
        List<Struct> lenders = PathCheck.passed(list.need("items"), operation.output());
        for (Yaml carry : list.each("carry").toList()) {
            String name = ((Yaml.Value) carry).text();
            Optional<Form> lent = lenders.stream()
                    .flatMap(lender -> lender.member(name).stream())
                    .findFirst();
            if (lent.isEmpty()) {
                report.at(carry, "no object on the way to the items has a member '%s' to carry".formatted(name));
            } else if (form instanceof Struct struct) {
                form = struct.with(name, lent.get());
            }
        }
        return form;
    }

    /** The row and all that the enrichments add to it, in their order. */
    Form enriched(Form row, Optional<Form> parent) {
        var scope = new Scope(row, parent);
        for (Fields enrich : entry.fields().eachFields("enrich").toList()) {
            scope = scope.with(add(enrich, scope));
        }
        return scope.resource();
    }

    private Form add(Fields enrich, Scope scope) {
        enrich.get("when").ifPresent(when -> expressions.check(when, scope));
        Optional<ModelledCall> operation = calls.operation(enrich);
        if (operation.isEmpty()) {
            return Form.Anything.FORM; // what it would have added is unknown, and that has been told
        }
        calls.paging(enrich, operation.get());
        inputs.check(enrich, operation.get(), scope);
        return answer(enrich, operation.get(), scope)
                .map(answer -> merged(enrich, answer, scope.resource()))
                .orElse(Form.Anything.FORM);
    }

    private Optional<Form> answer(Fields enrich, ModelledCall operation, Scope scope) {
        boolean keyed = enrich.get("batch").isPresent() || enrich.get("join").isPresent();
        Optional<Form> from =
                enrich.get("items").isPresent() ? row(enrich, operation) : Optional.of(operation.output());
        if (keyed && enrich.get("items").isEmpty()) {
            report.at(enrich, "rows of `batch` and `join` are found by `items:`, which is missing");
        }
        for (String need : keyed ? new String[] {"key", "on"} : new String[0]) {
            Optional<Yaml> given = enrich.get(need);
            if (given.isEmpty()) {
                report.at(enrich, "`batch` and `join` need `%s:` to bring rows and resources together".formatted(need));
            } else {
                from.map(form -> need.equals("key") ? scope.with(form) : scope)
                        .ifPresent(seen -> expressions.check(given.get(), seen));
            }
        }
        return from.flatMap(form -> taken(enrich, form, scope))
                .map(form -> enrich.get("items").isPresent() && !keyed ? new Form.Many(form) : form);
    }

    private Optional<Form> taken(Fields enrich, Form from, Scope scope) {
        return enrich.get("take")
                .map(take -> expressions.check(take, scope.with(from)))
                .orElse(Optional.of(from));
    }

    private Form merged(Fields enrich, Form answer, Form resource) {
        Optional<String> into = into(enrich);
        if (into.isEmpty()) {
            report.at(enrich, "`into:` is missing, and `take` ends in no name that could serve");
            return resource;
        }
        if (!(resource instanceof Struct struct)) {
            return resource;
        }
        if (!into.get().equals("@")) {
            return struct.with(into.get(), answer);
        }
        return switch (answer) {
            case Struct members -> struct.with(members);
            case Form.Anything _ -> answer;
            default -> {
                report.at(
                        enrich.get("into").orElse(enrich),
                        "%s cannot be merged into a resource: name a member in `into:`".formatted(answer.described()));
                yield resource;
            }
        };
    }

    /** Where an enrichment's answer is kept: as said, or under the last name of what is taken. */
    static Optional<String> into(Fields enrich) {
        return enrich.text("into")
                .or(() -> enrich.text("take")
                        .map(take -> take.replaceAll(".*\\.", ""))
                        .filter(last -> last.matches("[A-Za-z_][A-Za-z0-9_]*")));
    }
}
