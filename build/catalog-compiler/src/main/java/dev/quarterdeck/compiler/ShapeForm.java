package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Form.Struct;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The form in which a service's shapes come out of the wire client. */
record ShapeForm(String service) {
    /** Texts that the client, as botocore does, hands on as the documents they hold. */
    private static final Set<String> DOCUMENTS = Set.of("iam/policyDocumentType", "cloudformation/TemplateBody");

    /** An operation without input or output has one of no members. */
    Struct root(Optional<Member> member, String name) {
        return member.map(this::of)
                .filter(Struct.class::isInstance)
                .map(Struct.class::cast)
                .orElseGet(() -> new Struct(name, new LinkedHashMap<>()));
    }

    private Form of(Member member) {
        if (member.traits().has(Trait.JSON_VALUE)
                || DOCUMENTS.contains(service + "/" + member.shape().name())) {
            return Form.Anything.FORM;
        }
        return switch (member.shape()) {
            case Structure structure when structure.form() == Structure.Form.DOCUMENT -> Form.Anything.FORM;
            case Structure structure -> structure(structure);
            case ListShape list -> new Form.Many(of(list.element()));
            case MapShape map -> new Form.Dictionary(of(map.value()));
            case Scalar scalar -> scalar(scalar);
        };
    }

    private Struct structure(Structure structure) {
        var members = new LinkedHashMap<String, Supplier<Form>>();
        structure.members().forEach(member -> members.put(member.name(), () -> of(member)));
        return new Struct(structure.name(), members);
    }

    private static Form scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING, CHARACTER, TIMESTAMP, BLOB -> Form.Scalar.TEXT;
            case INTEGER, LONG, FLOAT, DOUBLE -> Form.Scalar.NUMBER;
            case BOOLEAN -> Form.Scalar.BOOLEAN;
        };
    }
}
