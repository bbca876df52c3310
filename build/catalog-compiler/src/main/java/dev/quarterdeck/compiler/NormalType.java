package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A checked type with every default filled in, so that whoever reads it needs none. */
final class NormalType {
    private static final Json EMPTY_LIST = new Json.Arr(List.of());
    private final ModelIndex models;

    NormalType(ModelIndex models) {
        this.models = models;
    }

    Json json(TypeEntry entry) {
        SequencedMap<String, Json> type = new LinkedHashMap<>();
        type.put("type", Json.of(entry.type()));
        type.put("service", Json.of(entry.service()));
        type.putAll(entry.fields().json().members());
        type.put("aliases", Json.of(entry.aliases().map(Json::of).toList()));
        type.putIfAbsent("home", Json.of("regional"));
        type.put("list", call(entry, entry.fields().fields("list").orElseThrow()));
        type.put(
                "enrich",
                Json.of(entry.fields()
                        .eachFields("enrich")
                        .map(enrich -> enrich(entry, enrich))
                        .toList()));
        Stream.of("identifiers", "links", "noise", "unordered", "json", "sensitive")
                .forEach(list -> type.putIfAbsent(list, EMPTY_LIST));
        return new Json.Obj(type);
    }

    private Json enrich(TypeEntry entry, Fields enrich) {
        SequencedMap<String, Json> call =
                new LinkedHashMap<>(call(entry, enrich).members());
        call.putIfAbsent("take", Json.of("@"));
        call.put("into", Json.of(ResourceForm.into(enrich).orElseThrow()));
        call.putIfAbsent("name", call.get("into"));
        call.putIfAbsent("paid", Json.Bool.FALSE);
        return new Json.Obj(call);
    }

    private Json.Obj call(TypeEntry entry, Fields fields) {
        String service = fields.text("service").orElse(entry.service());
        SequencedMap<String, Json> call = new LinkedHashMap<>(fields.json().members());
        call.put("service", Json.of(service));
        call.putIfAbsent("with", Json.Obj.EMPTY);
        call.putIfAbsent("pages", Json.of("botocore"));
        call.putIfAbsent("carry", EMPTY_LIST);
        call.putIfAbsent("absentOn", EMPTY_LIST);
        call.putIfAbsent("permissions", permissions(service, fields.need("call")));
        return new Json.Obj(call);
    }

    private Json permissions(String service, String call) {
        ServiceModel model = models.service(service);
        return new Json.Arr(List.of(Json.of(new ModelledCall(model, model.operation(call)).action())));
    }
}
