package dev.quarterdeck.wire.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Named members in the model's order. */
public final class Structure implements Shape {
    private final String name;
    private final Form form;
    private final List<String> required;
    private final Optional<String> payload;
    private final Supplier<Map<String, Member>> members;

    Structure(
            String name,
            Form form,
            List<String> required,
            Optional<String> payload,
            Supplier<Map<String, Member>> members) {
        this.name = name;
        this.form = form;
        this.required = List.copyOf(required);
        this.payload = payload;
        this.members = new Once<>(members);
    }

    /** Which rules hold for a structure as a whole. */
    public enum Form {
        PLAIN,
        /** Exactly one member is set. */
        UNION,
        /** Any JSON value. */
        DOCUMENT
    }

    @Override
    public String name() {
        return name;
    }

    public Form form() {
        return form;
    }

    public List<String> required() {
        return required;
    }

    /** The member that alone is the message's body. */
    public Optional<Member> payload() {
        return payload.map(this::known);
    }

    public Collection<Member> members() {
        return members.get().values();
    }

    public @Nullable Member member(String name) {
        return members.get().get(name);
    }

    private Member known(String name) {
        Member member = member(name);
        if (member == null) {
            throw new IllegalStateException("the model names a payload that %s lacks: '%s'".formatted(this.name, name));
        }
        return member;
    }
}
