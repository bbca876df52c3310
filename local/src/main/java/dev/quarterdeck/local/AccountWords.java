package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts as people read them. */
final class AccountWords {
    private AccountWords() {}

    static void list(List<Fields> accounts, Columns table) {
        table.left("ACCOUNT")
                .prose("NAME")
                .left("ENVIRONMENT")
                .left("STATUS")
                .left("HEALTH")
                .left("PROOF")
                .left("LOOKED");
        accounts.forEach(account -> table.row(
                account.text("account_id"),
                account.text("name"),
                account.text("environment"),
                account.text("status"),
                account.text("health"),
                words(account.text("proof")),
                account.maybeText("last_validation_at").orElse("never")));
    }

    static void sheet(Fields account, Columns table) {
        table.left("").prose("");
        line(table, "account", account.text("account_id"));
        line(table, "name", account.text("name"));
        line(table, "environment", account.text("environment"));
        account.maybeText("owner").ifPresent(owner -> line(table, "owner", owner));
        account.maybeText("team_id").ifPresent(team -> line(table, "team", team));
        account.map("tags").forEach((key, value) -> line(table, "tag", key + "=" + value));
        account.maybeText("ou_path").ifPresent(path -> line(table, "unit", path));
        connection(account.object("connection"), table);
        line(table, "status", account.text("status"));
        account.maybeText("delete_at").ifPresent(at -> line(table, "deleted at", at));
        line(table, "health", account.text("health"));
        account.objects("health_reasons").forEach(reason -> line(table, "", reason.text("sentence")));
        line(table, "proof", words(account.text("proof")));
        account.maybeObject("proof_refused").ifPresent(refused -> line(table, "", refused.text("why")));
        account.objects("proof_debts").forEach(debt -> line(table, "", debt.text("sentence")));
        line(table, "regions", regions(account.texts("regions_enabled")));
        line(table, "version", Long.toString(account.whole("version")));
    }

    /** Whether agents may act, and if not, what stops them. */
    static void agents(Fields agents, Columns table) {
        line(
                table,
                "agents",
                agents.flag("may_act")
                        ? "may act"
                        : "stopped%s since %s: %s"
                                .formatted(
                                        agents.text("stopped_by").equals("hub") ? " everywhere" : "",
                                        agents.text("since"),
                                        agents.text("why")));
    }

    /** A line for each field that was changed; one for what changed none that is told. */
    static void history(List<Fields> changes, Columns table) {
        table.left("AT")
                .left("BY")
                .left("ACTION")
                .prose("FIELD")
                .prose("BEFORE")
                .prose("AFTER");
        for (Fields change : changes) {
            List<Fields> fields = change.objects("fields");
            if (fields.isEmpty()) {
                table.row(change.text("at"), change.text("by"), change.text("action"), "", "", "");
            }
            fields.forEach(field -> table.row(
                    change.text("at"),
                    change.text("by"),
                    change.text("action"),
                    field.text("path").substring(1),
                    FieldWords.value(field, "before"),
                    FieldWords.value(field, "after")));
        }
    }

    private static void connection(Fields connection, Columns table) {
        switch (connection.text("kind")) {
            case "role" -> {
                line(table, "role", connection.text("role_arn"));
                line(table, "external id", connection.text("external_id"));
                connection.maybeText("next_external_id").ifPresent(next -> line(table, "next external id", next));
                connection.map("act_roles").forEach((family, role) -> line(table, "acts on " + family, role));
                connection.maybeText("revoker_role_arn").ifPresent(role -> line(table, "revoker", role));
            }
            case "profile" -> line(table, "profile", connection.text("profile"));
            default -> line(table, "access key", connection.text("access_key_id"));
        }
    }

    private static String regions(List<String> regions) {
        return regions.isEmpty()
                ? "nobody has looked yet"
                : regions.stream().sorted().collect(Collectors.joining(" "));
    }

    private static void line(Columns table, String what, String value) {
        table.row(what, value);
    }

    static String words(String code) {
        return code.replace('_', ' ');
    }
}
