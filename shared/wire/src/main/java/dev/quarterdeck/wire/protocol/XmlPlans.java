package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.Location;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prepares how a service's shapes are read from XML; each structure once. */
final class XmlPlans {
    private final String service;
    private final Map<Structure, XmlStructure> structures = new ConcurrentHashMap<>();

    XmlPlans(String service) {
        this.service = service;
    }

    XmlStructure structure(Structure structure) {
        return structures.computeIfAbsent(structure, s -> new XmlStructure(new Late<>(() -> plan(s))));
    }

    private XmlStructure.Plan plan(Structure structure) {
        Map<String, Member> named = new LinkedHashMap<>();
        List<XmlStructure.Attribute> attributes = new ArrayList<>();
        for (Member member : structure.members()) {
            if (isOutsideBody(member)) {
                continue;
            }
            if (member.traits().has(Trait.XML_ATTRIBUTE)) {
                attributes.add(new XmlStructure.Attribute(new JsonName(member.name()), member.wireName()));
            }
            named.put(elementName(member), member);
        }
        List<Slot<XmlStructure.Child>> slots = new ArrayList<>();
        named.forEach((name, member) ->
                slots.add(new Slot<>(slots.size(), wire(name), member.name(), child(structure, member))));
        return new XmlStructure.Plan(new Slots<>(slots), attributes, structure.form() == Structure.Form.UNION);
    }

    private static Slot.Wire wire(String name) {
        return new Slot.Wire(name, Slot.Marks.XML);
    }

    static boolean isOutsideBody(Member member) {
        Location location = member.traits().location();
        return location == Location.HEADER || location == Location.HEADERS || location == Location.STATUS_CODE;
    }

    /** A flattened list is named as its elements are. */
    private static String elementName(Member member) {
        if (member.shape() instanceof ListShape list && member.traits().has(Trait.FLATTENED)) {
            return list.element().traits().locationName().orElseGet(member::wireName);
        }
        return member.wireName();
    }

    private XmlStructure.Child child(Structure parent, Member member) {
        boolean flattened = member.traits().has(Trait.FLATTENED);
        if (flattened && member.shape() instanceof ListShape list) {
            return new XmlStructure.Child(XmlStructure.Repeat.LIST, value(parent, list.element()));
        }
        if (flattened && member.shape() instanceof MapShape map) {
            return new XmlStructure.Child(XmlStructure.Repeat.MAP, entry(parent, map));
        }
        return new XmlStructure.Child(XmlStructure.Repeat.ONCE, value(parent, member));
    }

    private XmlValue value(Structure parent, Member member) {
        return switch (member.shape()) {
            case Structure structure -> structure(structure);
            case ListShape list ->
                new XmlValue.Items(
                        wire(list.element().traits().locationName().orElse("member")), value(parent, list.element()));
            case MapShape map -> new XmlValue.Entries(entry(parent, map));
            case Scalar _ -> new XmlValue.Text(TextForm.of(service, parent.name(), member));
        };
    }

    private XmlValue entry(Structure parent, MapShape map) {
        return new XmlValue.Entry(
                map.key().traits().locationName().orElse("key"),
                map.value().traits().locationName().orElse("value"),
                value(parent, map.value()));
    }
}
