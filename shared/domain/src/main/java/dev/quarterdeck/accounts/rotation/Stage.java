package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Set;
import java.util.TreeSet;

/** How far the rotation of a key has come. Every stage is written down before the next is begun. */
sealed interface Stage {
    /** A key is to be made; {@code before} are the ids that were there already, so that one made in a crash is known. */
    record Intended(String old, Set<String> before) implements Stage {
        public Intended {
            before = Set.copyOf(before);
        }
    }

    /** The new key is in the vault. */
    record Made(String old, String fresh) implements Stage {}

    /** The account uses the new key; the old one is still there. */
    record Switched(String old, String fresh) implements Stage {}

    default Json.Obj json() {
        return switch (this) {
            case Intended(var old, var before) ->
                new Members()
                        .put("stage", "intended")
                        .put("old", old)
                        .put("before", new TreeSet<>(before))
                        .json();
            case Made(var old, var fresh) -> json("made", old, fresh);
            case Switched(var old, var fresh) -> json("switched", old, fresh);
        };
    }

    private static Json.Obj json(String stage, String old, String fresh) {
        return new Members()
                .put("stage", stage)
                .put("old", old)
                .put("new", fresh)
                .json();
    }

    static Stage of(Json.Obj json) {
        Fields fields = Fields.of(json);
        String old = fields.text("old");
        return switch (fields.text("stage")) {
            case "intended" -> new Intended(old, Set.copyOf(fields.texts("before")));
            case "made" -> new Made(old, fields.text("new"));
            case "switched" -> new Switched(old, fields.text("new"));
            case String other -> throw new IllegalArgumentException("not a stage: '%s'".formatted(other));
        };
    }
}
