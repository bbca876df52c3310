package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.AccountsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of accounts to import: one that a hub wrote, or a list of the accounts alone. */
final class PortableFile {
    private PortableFile() {}

    static Json.Obj read(Path file) {
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{\n") || text.contains("\"accounts\"")
                    ? whole(file, text)
                    : listed(AccountsFile.read(file));
        } catch (IOException e) {
            throw Refusal.usage("--file: '%s' cannot be read: %s".formatted(file, Refusal.why(e)));
        }
    }

    private static Json.Obj whole(Path file, String text) {
        try {
            return Json.parse(text) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        } catch (MalformedJsonException e) {
            throw Refusal.usage("--file: '%s' is not JSON: %s".formatted(file, e.getMessage()));
        }
    }

    private static Json.Obj listed(List<AccountsFile.Entry> entries) {
        List<Json.Obj> wishes = entries.stream().map(PortableFile::wish).toList();
        return Json.Obj.EMPTY.with("accounts", Json.of(wishes));
    }

    /** External ids in a list are other tools'; the hub makes its own. */
    private static Json.Obj wish(AccountsFile.Entry entry) {
        var role =
                new Members().put("kind", "role").maybe("role_arn", entry.role().map(Object::toString));
        return new Members()
                .put("account_id", entry.account().value())
                .put("name", entry.name().orElse("account " + entry.account()))
                .put("connection", role)
                .json();
    }
}
