package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prepares how a service's shapes are read from JSON; each structure once. */
final class JsonPlans {
    private final String service;
    private final Scalars scalars;
    private final Map<Structure, JsonStructure> structures = new ConcurrentHashMap<>();

    /** What becomes of scalars that are not written as the model says. */
    enum Scalars {
        AS_THEY_ARE,
        /** REST services: texts become numbers and booleans. */
        CONVERTED
    }

    JsonPlans(String service, Scalars scalars) {
        this.service = service;
        this.scalars = scalars;
    }

    JsonStructure structure(Structure structure) {
        return structures.computeIfAbsent(structure, s -> new JsonStructure(new Late<>(() -> plan(s))));
    }

    JsonValue value(Structure parent, Member member) {
        return switch (member.shape()) {
            case Structure structure when structure.form() == Structure.Form.DOCUMENT -> JsonValue.ANY;
            case Structure structure -> structure(structure);
            case ListShape list -> new JsonValue.Items(value(parent, list.element()));
            case MapShape map -> new JsonValue.Entries(value(parent, map.value()));
            case Scalar _ -> scalar(TextForm.of(service, parent.name(), member));
        };
    }

    private JsonStructure.Plan plan(Structure structure) {
        Map<String, Member> named = new LinkedHashMap<>();
        structure.members().stream()
                .filter(member -> !XmlPlans.isOutsideBody(member))
                .forEach(member -> named.put(member.wireName(), member));
        List<Slot<JsonValue>> slots = new ArrayList<>();
        named.forEach((name, member) -> slots.add(new Slot<>(
                slots.size(), new Slot.Wire(name, Slot.Marks.JSON), member.name(), value(structure, member))));
        return new JsonStructure.Plan(new Slots<>(slots), structure.form() == Structure.Form.UNION);
    }

    private JsonValue scalar(TextForm form) {
        boolean converted = scalars == Scalars.CONVERTED;
        return switch (form) {
            case TEXT -> JsonValue.ANY;
            case TIMESTAMP -> JsonValue.TIMESTAMP;
            case BOOLEAN -> converted ? JsonValue.LENIENT_BOOLEAN : JsonValue.ANY;
            case WHOLE -> converted ? JsonValue.LENIENT_WHOLE : JsonValue.ANY;
            case DECIMAL -> converted ? new JsonValue.Formed(form) : JsonValue.ANY;
            case BLOB, JSON, QUOTED_JSON, BASE64_TEXT -> new JsonValue.Formed(form);
        };
    }
}
