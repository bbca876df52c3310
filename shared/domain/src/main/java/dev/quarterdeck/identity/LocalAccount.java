package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How somebody signs in to this hub itself: by a name, a password, and perhaps an authenticator. */
record LocalAccount(String name, UserId user, String password, Optional<Authenticator> authenticator, long version) {
    /** The sealed secret of an authenticator, whether its owner has shown it to work, and the last step used. */
    record Authenticator(String sealed, boolean confirmed, long lastStep) {}

    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    static Key key(String normalName) {
        return new Key("local#" + normalName, "account");
    }

    static LocalAccount read(Row row) {
        var fields = Fields.of(row.data());
        return new LocalAccount(
                fields.text("name"),
                new UserId(UserId.LOCAL, fields.text("sub")),
                fields.text("password"),
                fields.maybeObject("authenticator").map(LocalAccount::authenticator),
                row.version());
    }

    /** Where its secret is sealed to. */
    String place() {
        return "local#" + name + "/authenticator";
    }

    /** The authenticator, once it was shown to work. */
    Optional<Authenticator> secondFactor() {
        return authenticator.filter(Authenticator::confirmed);
    }

    LocalAccount with(Authenticator other) {
        return new LocalAccount(name, user, password, Optional.of(other), version);
    }

    LocalAccount withPassword(String hash) {
        return new LocalAccount(name, user, hash, authenticator, version);
    }

    /** Puts this in place of what was read; version 0 was never written. */
    Write saved() {
        var row = new Row(key(name), version + 1, json(), Map.of(), Optional.empty());
        return Write.put(row).when(version == 0 ? Condition.ABSENT : new Condition.VersionIs(version));
    }

    private Json.Obj json() {
        var members = new Members().put("name", name).put("sub", user.subject()).put("password", password);
        authenticator.ifPresent(it -> members.put(
                "authenticator",
                new Members()
                        .put("sealed", it.sealed())
                        .put("confirmed", it.confirmed())
                        .put("last_step", it.lastStep())));
        return members.json();
    }

    private static Authenticator authenticator(Fields fields) {
        return new Authenticator(fields.text("sealed"), fields.flag("confirmed"), fields.whole("last_step"));
    }
}
