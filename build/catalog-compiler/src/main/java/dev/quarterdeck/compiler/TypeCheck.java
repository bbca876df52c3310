package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a type says about its resources, once it is known what they look like. */
final class TypeCheck {
    /** What must follow from the list's row alone, so that a resource is the same whatever else could be read. */
    private static final List<String> IDENTITY = List.of("id", "incarnation");

    private static final List<String> SINGLE =
            List.of("created", "az", "state", "origin", "region", "public", "encrypted");
    private static final List<String> TEMPLATES = List.of("arn", "name", "console");

    private final TypeEntry entry;
    private final Set<String> types;
    private final Report report;
    private final ExpressionCheck expressions;

    TypeCheck(TypeEntry entry, Set<String> types) {
        this.entry = entry;
        this.types = types;
        this.report = entry.report();
        this.expressions = new ExpressionCheck(report);
    }

    void check(Scope row, Scope resource) {
        Fields fields = entry.fields();
        for (String name : IDENTITY) {
            fields.get(name).ifPresent(text -> expressions.single(text, row));
        }
        fields.get("tags").ifPresent(text -> expressions.check(text, resource));
        for (String name : SINGLE) {
            fields.get(name).ifPresent(text -> expressions.single(text, resource));
        }
        for (String name : TEMPLATES) {
            fields.get(name).ifPresent(text -> expressions.template(text, resource));
        }
        fields.eachFields("identifiers")
                .forEach(identifier -> expressions.check(identifier.get("at").orElseThrow(), resource));
        fields.eachFields("links").forEach(link -> link(link, resource));
        paths(resource);
    }

    private void link(Fields link, Scope resource) {
        String to = link.need("to");
        if (!to.equals("any") && !types.contains(to)) {
            report.at(
                    link.get("to").orElseThrow(),
                    "no type '%s' in the catalog%s".formatted(to, Spelling.hint(to, types)));
        }
        Optional<Form> end = expressions.check(link.get("via").orElseThrow(), resource);
        for (String part : List.of("id", "account", "region")) {
            link.get(part).ifPresent(text -> end.ifPresent(form -> expressions.check(text, resource.with(one(form)))));
        }
    }

    private void paths(Scope resource) {
        for (String name : List.of("noise", "sensitive")) {
            entry.fields().each(name).forEach(path -> follow((Value) path, resource));
        }
        entry.fields()
                .each("json")
                .forEach(path -> follow((Value) path, resource)
                        .filter(form -> !form.equals(Form.Scalar.TEXT) && !form.equals(Form.Anything.FORM))
                        .ifPresent(form -> report.at(
                                path,
                                "json: '%s' is %s and holds no document"
                                        .formatted(((Value) path).text(), form.described()))));
        entry.fields().eachFields("unordered").forEach(list -> unordered(list, resource));
    }

    private void unordered(Fields list, Scope resource) {
        Value path = list.value("path").orElseThrow();
        if (!path.text().endsWith("[]")) {
            report.at(path, "unordered: '%s' must end in [], for it names the items of a list".formatted(path.text()));
            return;
        }
        Optional<Form> item = follow(path, resource);
        list.get("key").ifPresent(key -> item.ifPresent(form -> expressions.check(key, resource.with(form))));
    }

    private Optional<Form> follow(Value path, Scope resource) {
        return new PathCheck(report).follow(path.text(), resource.resource(), path);
    }

    private static Form one(Form form) {
        return form instanceof Form.Many(var item) ? item : form;
    }
}
