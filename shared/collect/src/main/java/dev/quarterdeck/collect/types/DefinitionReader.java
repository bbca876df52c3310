package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.types.TypeDefinition.Exposure;
import dev.quarterdeck.collect.types.TypeDefinition.Heading;
import dev.quarterdeck.collect.types.TypeDefinition.IdentifierRule;
import dev.quarterdeck.collect.types.TypeDefinition.Meaning;
import dev.quarterdeck.collect.types.TypeDefinition.Naming;
import dev.quarterdeck.collect.types.Upkeep.LinkRule;
import dev.quarterdeck.collect.types.Upkeep.Unordered;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.wire.Paging;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a type's definition from its entry in the compiled catalog. */
final class DefinitionReader {
    private final Source entry;
    private final String service;

    private DefinitionReader(Source entry) {
        this.entry = entry;
        this.service = entry.text("service");
    }

    static TypeDefinition read(Source type) {
        var entry = new Source(type.object(), type.text("type"));
        var reader = new DefinitionReader(entry);
        return new TypeDefinition(
                reader.heading(),
                reader.listing(),
                reader.naming(),
                reader.meaning(),
                reader.enrichments(),
                reader.upkeep());
    }

    private Heading heading() {
        return new Heading(
                new ResourceType(entry.text("type")),
                service,
                entry.text("title"),
                entry.texts("aliases"),
                home(entry.findText("home").orElse("regional")),
                entry.parsed("console", Template::parse));
    }

    private Home home(String text) {
        if (text.startsWith("fixed:")) {
            return new Home.Fixed(text.substring("fixed:".length()));
        }
        return switch (text) {
            case "regional" -> new Home.Regional();
            case "global" -> new Home.Global();
            default -> throw new IllegalArgumentException("%s: no home '%s'".formatted(entry.place(), text));
        };
    }

    private Listing listing() {
        Source list = entry.need("list");
        return new Listing(
                ask(list, service),
                paging(list),
                list.findText("as"),
                list.eachParsed("for", ResourceType::new),
                list.findExpression("when"),
                list.find("else"));
    }

    static Ask ask(Source call, String service) {
        return new Ask(
                call.findText("service").orElse(service),
                call.text("call"),
                call.findObject("with")
                        .map(with -> Arguments.from(with.object()))
                        .orElse(Arguments.NONE),
                call.findText("together"),
                Set.copyOf(call.texts("absentOn")),
                call.texts("permissions"));
    }

    static Paging paging(Source call) {
        return new Paging(call.text("items"), call.texts("carry"), pages(call));
    }

    private static Paging.Pages pages(Source call) {
        Optional<Source> declared = call.findObject("pages");
        if (declared.isPresent()) {
            Source pages = declared.get();
            return new Paging.Declared(pages.texts("input"), pages.texts("output"), pages.findText("more"));
        }
        return call.findText("pages").filter("none"::equals).isPresent() ? new Paging.Single() : new Paging.Modelled();
    }

    private Naming naming() {
        return new Naming(
                entry.expression("id"),
                entry.parsed("arn", Template::parse),
                entry.parsed("name", Template::parse),
                entry.findExpression("incarnation"),
                entry.findExpression("region"),
                entry.findExpression("az"));
    }

    private Meaning meaning() {
        return new Meaning(
                entry.findExpression("tags"),
                entry.findExpression("created"),
                entry.findExpression("state"),
                entry.findExpression("origin"),
                new Exposure(entry.findExpression("public"), entry.findExpression("encrypted")),
                entry.objects("identifiers").stream()
                        .map(rule -> new IdentifierRule(rule.text("kind"), rule.expression("at")))
                        .toList());
    }

    private List<Enrichment> enrichments() {
        return entry.objects("enrich").stream()
                .map(enrich -> EnrichmentReader.read(enrich, service))
                .toList();
    }

    private Upkeep upkeep() {
        return new Upkeep(
                entry.objects("links").stream().map(DefinitionReader::link).toList(),
                entry.eachParsed("noise", FieldPath::parse),
                entry.objects("unordered").stream()
                        .map(list -> new Unordered(FieldPath.parse(list.text("path")), list.findExpression("key")))
                        .toList(),
                entry.eachParsed("json", FieldPath::parse),
                entry.eachParsed("sensitive", FieldPath::parse));
    }

    private static LinkRule link(Source link) {
        String to = link.text("to");
        return new LinkRule(
                to.equals("any") ? Optional.empty() : Optional.of(new ResourceType(to)),
                link.expression("via"),
                link.text("as"),
                new LinkRule.Other(
                        link.findExpression("id"), link.findExpression("account"), link.findExpression("region")));
    }
}
