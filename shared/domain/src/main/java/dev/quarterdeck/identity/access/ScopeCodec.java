package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** A scope as JSON: {@code {"everywhere": true}}, or one member for each thing that must hold. */
final class ScopeCodec {
    private static final Set<String> NAMES = Set.of("everywhere", "accounts", "unit", "tags", "environment", "team_id");

    private ScopeCodec() {}

    static Json.Obj encode(Scope scope) {
        var members = new Members();
        var tags = new Members();
        parts(scope).forEach(part -> put(part, members, tags));
        if (!tags.json().members().isEmpty()) {
            members.put("tags", tags);
        }
        return members.json();
    }

    static Scope decode(Fields fields) {
        fields.only(NAMES);
        if (fields.has("everywhere") && fields.flag("everywhere")) {
            return Scope.Everywhere.VALUE;
        }
        var parts = new ArrayList<Scope>();
        if (fields.has("accounts")) {
            parts.add(new Scope.Accounts(new HashSet<>(fields.texts("accounts"))));
        }
        fields.maybeText("unit").ifPresent(unit -> parts.add(new Scope.Under(unit)));
        fields.map("tags").forEach((key, value) -> parts.add(tagged(key, value)));
        fields.maybeText("environment").ifPresent(name -> parts.add(new Scope.InEnvironment(name)));
        fields.maybeText("team_id").ifPresent(team -> parts.add(new Scope.OfTeam(team)));
        return parts.size() == 1 ? parts.getFirst() : new Scope.AllOf(Set.copyOf(parts));
    }

    private static Scope tagged(String key, String value) {
        if (key.isEmpty()) {
            throw new Malformed("/scope/tags", "has a tag without a key");
        }
        return new Scope.Tagged(key, value);
    }

    private static Set<Scope> parts(Scope scope) {
        return scope instanceof Scope.AllOf(var parts) ? parts : Set.of(scope);
    }

    private static void put(Scope part, Members members, Members tags) {
        switch (part) {
            case Scope.Everywhere _ -> members.put("everywhere", true);
            case Scope.Accounts(var ids) ->
                members.put("accounts", ids.stream().sorted().toList());
            case Scope.Under(var unit) -> members.put("unit", unit);
            case Scope.Tagged(var key, var value) -> tags.put(key, value);
            case Scope.InEnvironment(var name) -> members.put("environment", name);
            case Scope.OfTeam(var team) -> members.put("team_id", team);
            case Scope.AllOf _ -> throw new IllegalStateException("parts have no parts");
        }
    }
}
