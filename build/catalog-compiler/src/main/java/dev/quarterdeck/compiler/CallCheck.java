package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ServiceModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks one {@code call:} against its service's model: does it exist, is all of it read to the end? */
final class CallCheck {
    private final ModelIndex models;
    private final TypeEntry entry;
    private final Report report;

    CallCheck(ModelIndex models, TypeEntry entry) {
        this.models = models;
        this.entry = entry;
        this.report = entry.report();
    }

    Optional<ModelledCall> operation(Fields call) {
        String service = call.text("service").orElse(entry.service());
        String name = call.need("call");
        Optional<ServiceModel> model = models.find(service);
        if (model.isEmpty()) {
            report.at(
                    call.get("service").orElse(call),
                    "no model of service '%s' (if botocore calls it so, run scripts/models)%s"
                            .formatted(service, Spelling.hint(service, models.services())));
            return Optional.empty();
        }
        if (!model.get().operations().contains(name)) {
            report.at(
                    call.get("call").orElseThrow(),
                    "no operation '%s' in models/%s.json (if AWS has it, run scripts/models)%s"
                            .formatted(
                                    name,
                                    service,
                                    Spelling.hint(name, model.get().operations())));
            return Optional.empty();
        }
        var operation = new ModelledCall(model.get(), model.get().operation(name));
        if (operation.streams()) {
            report.at(
                    call.get("call").orElseThrow(),
                    "%s speaks in event streams, which cannot be read".formatted(operation));
            return Optional.empty();
        }
        return Optional.of(operation);
    }

    /** Nothing that pages may be cut off: either the model knows how to go on, or the entry says so. */
    void paging(Fields call, ModelledCall operation) {
        Optional<Yaml> pages = call.get("pages");
        if (pages.isPresent()) {
            declared(pages.get(), operation);
        } else if (!operation.paginated() && !operation.tokens().isEmpty()) {
            report.at(
                    call.get("call").orElseThrow(),
                    "%s answers with %s, and botocore does not say how to go on: add `pages: {input: …, output: %2$s}`, or `pages: none` if one answer holds everything"
                            .formatted(operation, String.join(", ", operation.tokens())));
        } else if (call.get("items").isEmpty()
                && (operation.paginated() || !operation.tokens().isEmpty())) {
            report.at(
                    call.get("call").orElseThrow(),
                    "%s pages, but without `items:` only its first answer is read: add `items:`, or `pages: none` if one answer holds everything"
                            .formatted(operation));
        }
    }

    private void declared(Yaml pages, ModelledCall operation) {
        if (pages instanceof Fields fields) {
            var paths = new PathCheck(report);
            Yaml output = fields.get("output").orElseThrow();
            for (String token : texts(fields, "input")) {
                paths.member(token, operation.input(), fields.get("input").orElseThrow());
            }
            Stream.concat(texts(fields, "output").stream(), fields.text("more").stream())
                    .forEach(path -> paths.follow(path, operation.output(), output));
        } else if (((Yaml.Value) pages).text().equals("botocore") && !operation.paginated()) {
            report.at(pages, "botocore has no paginator for %s: give `{input: …, output: …}`".formatted(operation));
        }
    }

    /** A text or a list of texts. */
    private static List<String> texts(Fields fields, String name) {
        return switch (fields.get(name).orElseThrow()) {
            case Yaml.Items list ->
                list.items().stream().map(item -> ((Yaml.Value) item).text()).toList();
            case Yaml.Value value -> List.of(value.text());
            case Fields _ -> List.of();
        };
    }
}
