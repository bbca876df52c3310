package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is worth knowing of a type, as JSON. */
final class TypeSheet {
    private TypeSheet() {}

    static Json.Obj of(TypeDefinition type) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("type", Json.of(type.type().name()));
        members.put("title", Json.of(type.heading().title()));
        members.put("service", Json.of(type.heading().service()));
        members.put("aliases", texts(type.heading().aliases()));
        members.put("home", Json.of(TypeReport.home(type)));
        members.put("list", Json.of(call(type.listing().ask())));
        members.put("listed_for", texts(type.listing().parents()));
        members.put(
                "enrichments",
                Json.of(type.enrichments().stream().map(TypeSheet::enrichment).toList()));
        members.put("permissions", texts(permissions(type)));
        members.put(
                "links",
                Json.of(type.upkeep().links().stream().map(TypeSheet::link).toList()));
        members.put("sensitive", texts(type.upkeep().sensitive()));
        members.put("noise", texts(type.upkeep().noise()));
        return new Json.Obj(members);
    }

    private static Json.Obj enrichment(Enrichment part) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("name", Json.of(part.name()));
        members.put("call", Json.of(call(part.ask())));
        members.put("often", Json.of(often(part.reach())));
        members.put(
                "max_age",
                part.terms().maxAge().<Json>map(age -> Json.of(age.toString())).orElse(Json.Null.VALUE));
        members.put("paid", Json.of(part.terms().paid()));
        return new Json.Obj(members);
    }

    private static Json.Obj link(dev.quarterdeck.collect.types.Upkeep.LinkRule link) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("rel", Json.of(link.rel()));
        members.put("to", link.to().<Json>map(to -> Json.of(to.name())).orElse(Json.Null.VALUE));
        members.put("via", Json.of(link.via().toString()));
        return new Json.Obj(members);
    }

    private static Json texts(java.util.Collection<?> values) {
        return Json.of(values.stream().map(value -> Json.of(value.toString())).toList());
    }

    static String call(Ask ask) {
        return ask.service() + " " + ask.operation();
    }

    static String often(Enrichment.Reach reach) {
        return switch (reach) {
            case Enrichment.Each _ -> "one call each";
            case Enrichment.EachList _ -> "one list each";
            case Enrichment.Batch batch -> "one call for %d".formatted(batch.size());
            case Enrichment.Join _ -> "once an account and region";
        };
    }

    static List<String> permissions(TypeDefinition type) {
        return List.copyOf(new TreeSet<>(Stream.concat(
                        type.listing().ask().permissions().stream(),
                        type.enrichments().stream().flatMap(part -> part.ask().permissions().stream()))
                .toList()));
    }
}
