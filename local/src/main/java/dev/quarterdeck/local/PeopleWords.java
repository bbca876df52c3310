package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.report.Columns;
import java.util.List;
import java.util.stream.Collectors;

/** People, their rights and their keys as people read them. */
final class PeopleWords {
    private PeopleWords() {}

    static void users(List<Fields> users, List<Fields> bindings, Columns table) {
        table.left("USER").prose("NAME").left("SIGNS IN").left("STATUS").prose("GRANTS");
        users.forEach(user -> table.row(
                user.text("user_id"),
                user.text("name"),
                user.text("iss").equals("local") ? "here" : user.text("iss"),
                user.flag("enabled") ? "enabled" : "disabled",
                grants(user, bindings)));
    }

    /** By the person's own name or by one of their groups. */
    private static String grants(Fields user, List<Fields> bindings) {
        return bindings.stream()
                .filter(binding -> isOf(user, binding.object("subject")))
                .map(binding -> "%s (%s, %s)"
                        .formatted(binding.text("binding_id"), binding.text("role_id"), where(binding.object("scope"))))
                .collect(Collectors.joining("; "));
    }

    private static boolean isOf(Fields user, Fields subject) {
        return subject.text("iss").equals(user.text("iss"))
                && (subject.maybeText("sub").filter(user.text("sub")::equals).isPresent()
                        || subject.maybeText("group")
                                .filter(user.texts("groups")::contains)
                                .isPresent());
    }

    static void bindings(List<Fields> bindings, Columns table) {
        table.left("GRANT").left("ROLE").prose("WHERE").left("UNTIL");
        bindings.forEach(binding -> table.row(
                binding.text("binding_id"),
                binding.text("role_id"),
                where(binding.object("scope")),
                binding.maybeText("until").orElse("for good")));
    }

    private static String where(Fields scope) {
        return scope.json().members().entrySet().stream()
                .map(part -> part.getKey().equals("everywhere")
                        ? "everywhere"
                        : "%s %s".formatted(part.getKey(), plain(part.getValue())))
                .collect(Collectors.joining(" and "));
    }

    private static String plain(Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json.Arr(var items) -> items.stream().map(PeopleWords::plain).collect(Collectors.joining(", "));
            case Json.Obj object ->
                object.members().entrySet().stream()
                        .map(entry -> "%s=%s".formatted(entry.getKey(), plain(entry.getValue())))
                        .collect(Collectors.joining(", "));
            default -> value.text();
        };
    }

    static void invited(Fields invited, Columns table) {
        table.left("").prose("");
        table.row("user", invited.text("user_id"));
        table.row("name", invited.text("name"));
        table.row("code", invited.text("invitation_code"));
        table.row("until", invited.text("code_ends_at"));
    }

    static void explanation(Fields answer, Columns table) {
        table.left(answer.flag("allowed") ? "ALLOWED" : "DENIED").prose(answer.text("reason"));
        answer.objects("considered")
                .forEach(rule ->
                        table.row(rule.text("rule"), rule.text("bearing").replace('_', ' ')));
    }

    static void keys(List<Fields> keys, Columns table) {
        table.left("KEY")
                .prose("LABEL")
                .left("ENDS")
                .left("LAST USED")
                .left("STATUS")
                .prose("PERMISSIONS");
        keys.forEach(key -> table.row(
                key.text("key_id"),
                key.text("label"),
                key.text("ends_at"),
                key.maybeText("last_used").orElse("never"),
                key.maybeText("revoked_at").map(_ -> "revoked").orElse("good"),
                String.join(", ", key.texts("permissions"))));
    }

    static void records(List<Fields> records, Columns table) {
        table.left("TIME").prose("WHO").left("ACTION").prose("WHAT").left("OUTCOME");
        records.forEach(record -> {
            Fields object = record.object("object");
            table.row(
                    record.text("time"),
                    record.object("actor").text("sub"),
                    record.text("action"),
                    "%s %s".formatted(object.text("kind"), object.text("id")),
                    record.object("outcome").text("result"));
        });
    }
}
