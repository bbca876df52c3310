package dev.quarterdeck.local.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.facts.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list of accounts in a file: a line each, holding an account id, a role's ARN, or a JSON object with
 * {@code account_id} or {@code role_arn}, and {@code external_id} and {@code name}; or one JSON array of all of these; or
 * comma-separated values under a line that names these members.
 * Lines that begin with {@code #} are comments.
 */
public final class AccountsFile {
    private static final Set<String> MEMBERS = Set.of("account_id", "role_arn", "external_id", "name");

    private AccountsFile() {}

    /** {@code role} is given, or else the account's role of the name that holds for all. */
    public record Entry(
            AccountId account, Optional<RoleArn> role, Optional<String> externalId, Optional<String> name) {}

    public static List<Entry> read(Path file) {
        try {
            String text = Files.readString(file);
            List<Entry> entries = entries(file, text);
            if (entries.isEmpty()) {
                throw Refusal.usage("--accounts: '%s' names no account: put an account id or a role's ARN on each line"
                        .formatted(file));
            }
            return entries;
        } catch (IOException e) {
            throw Refusal.usage(
                    "--accounts: '%s' cannot be read (%s): give a file with an account id or a role's ARN on each line"
                            .formatted(file, Refusal.why(e).lines().findFirst().orElse("")));
        }
    }

    private static List<Entry> entries(Path file, String text) throws IOException {
        if (text.stripLeading().startsWith("[")) {
            return array(file, text);
        }
        return CommaSeparated.isIn(text, MEMBERS) ? table(file, text) : lines(file, text);
    }

    private static List<Entry> table(Path file, String text) throws IOException {
        var entries = new ArrayList<Entry>();
        CommaSeparated.rows(file, text).forEach((where, row) -> entries.add(object(row, where)));
        return entries;
    }

    private static List<Entry> array(Path file, String text) throws IOException {
        var entries = new ArrayList<Entry>();
        if (JsonText.parse(text) instanceof Json.Arr(var items)) {
            for (int i = 0; i < items.size(); i++) {
                String where = "'%s' entry %d".formatted(file, i + 1);
                entries.add(
                        items.get(i) instanceof Json.Str(var word) ? word(word, where) : object(items.get(i), where));
            }
        }
        return entries;
    }

    private static List<Entry> lines(Path file, String text) throws IOException {
        var entries = new ArrayList<Entry>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            String where = "'%s' line %d".formatted(file, number);
            if (line.startsWith("{")) {
                entries.add(object(JsonText.parse(line), where));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(word(line, where));
            }
        }
        return entries;
    }

    private static Entry word(String word, String where) {
        if (AccountId.isValid(word)) {
            return new Entry(new AccountId(word), Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (!word.startsWith("arn:")) {
            throw Refusal.usage(
                    "%s: '%s' is neither an account id of 12 digits nor the ARN of a role".formatted(where, word));
        }
        RoleArn role = RoleArn.parse(word, where);
        return new Entry(role.account(), Optional.of(role), Optional.empty(), Optional.empty());
    }

    private static Entry object(Json value, String where) {
        if (!(value instanceof Json.Obj object)) {
            throw Refusal.usage("%s: '%s' is neither a text nor an object".formatted(where, value.text()));
        }
        check(object, where);
        Optional<RoleArn> role = Asked.text(object, "role_arn").map(arn -> RoleArn.parse(arn, where));
        Optional<AccountId> account = Asked.text(object, "account_id").map(id -> account(id, where));
        if (role.isPresent() && account.isPresent() && !role.get().account().equals(account.get())) {
            throw Refusal.usage("%s: role_arn '%s' is not in account_id '%s': leave one out"
                    .formatted(where, role.get(), account.get()));
        }
        AccountId id = account.or(() -> role.map(RoleArn::account))
                .orElseThrow(() -> Refusal.usage("%s: neither account_id nor role_arn is given".formatted(where)));
        return new Entry(id, role, Asked.text(object, "external_id"), Asked.text(object, "name"));
    }

    private static void check(Json.Obj object, String where) {
        object.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                throw Refusal.usage("%s: unknown member '%s': there are %s"
                        .formatted(where, name, String.join(", ", new TreeSet<>(MEMBERS))));
            }
            if (!(value instanceof Json.Str)) {
                throw Refusal.usage("%s: %s must be a text: '%s'".formatted(where, name, value.text()));
            }
        });
    }

    private static AccountId account(String id, String where) {
        if (!AccountId.isValid(id)) {
            throw Refusal.usage("%s: account_id must be 12 digits: '%s'".formatted(where, id));
        }
        return new AccountId(id);
    }
}
