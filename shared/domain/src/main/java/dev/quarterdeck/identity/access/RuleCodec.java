package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Roles, bindings and denies as JSON: in the table and over the API. */
public final class RuleCodec {
    private RuleCodec() {}

    public static Json.Obj encode(Role role) {
        return new Members()
                .put("role_id", role.id())
                .put("title", role.title())
                .put("permissions", texts(role.permissions()))
                .put("built_in", role.builtIn())
                .json();
    }

    public static Role role(Json.Obj json) {
        var fields = Fields.of(json).only(Set.of("role_id", "title", "permissions", "built_in"));
        return new Role(fields.text("role_id", RuleCodec::roleId), fields.text("title"), permissions(fields));
    }

    public static Json.Obj encode(Binding binding) {
        return new Members()
                .put("binding_id", binding.id())
                .put("subject", encode(binding.subject()))
                .put("role_id", binding.role())
                .put("scope", ScopeCodec.encode(binding.scope()))
                .maybeAt("from", binding.period().from())
                .maybeAt("until", binding.period().until())
                .json();
    }

    public static Binding binding(Json.Obj json) {
        var fields = Fields.of(json).only(Set.of("binding_id", "subject", "role_id", "scope", "from", "until"));
        return new Binding(
                fields.text("binding_id"),
                subject(fields.object("subject")),
                fields.text("role_id"),
                ScopeCodec.decode(fields.object("scope")),
                fields.make(() -> new Period(fields.maybeInstant("from"), fields.maybeInstant("until"))));
    }

    public static Json.Obj encode(Deny deny) {
        var members = new Members().put("deny_id", deny.id());
        deny.subject().ifPresent(subject -> members.put("subject", encode(subject)));
        return members.put("permissions", texts(deny.permissions()))
                .put("scope", ScopeCodec.encode(deny.scope()))
                .put("why", deny.why())
                .json();
    }

    public static Deny deny(Json.Obj json) {
        var fields = Fields.of(json).only(Set.of("deny_id", "subject", "permissions", "scope", "why"));
        return new Deny(
                fields.text("deny_id"),
                fields.maybeObject("subject").map(RuleCodec::subject),
                permissions(fields),
                ScopeCodec.decode(fields.object("scope")),
                fields.text("why"));
    }

    private static Json.Obj encode(Subject subject) {
        var members = new Members().put("iss", subject.issuer());
        return switch (subject) {
            case UserId user -> members.put("sub", user.subject()).json();
            case GroupId group -> members.put("group", group.name()).json();
        };
    }

    private static Subject subject(Fields fields) {
        fields.only(Set.of("iss", "sub", "group"));
        String issuer = fields.text("iss");
        return fields.has("group") ? new GroupId(issuer, fields.text("group")) : new UserId(issuer, fields.text("sub"));
    }

    private static String roleId(String id) {
        return new Role(id, id, Set.of()).id();
    }

    private static List<String> texts(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::text).sorted().toList();
    }

    public static Set<Permission> permissions(Fields fields) {
        return Set.copyOf(fields.texts("permissions", RuleCodec::permission).stream()
                .distinct()
                .toList());
    }

    private static Permission permission(String text) {
        return Permission.of(text)
                .orElseThrow(() -> new Malformed("/permissions", "knows no permission '%s'".formatted(text)));
    }
}
