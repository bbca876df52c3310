package dev.quarterdeck.inventory.find;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** A resource that answers to what was looked for: its row, why it matched, and how it hangs together with others. */
public record Match(Json.Obj resource, String because, List<Tie> uses, List<Tie> usedBy) {
    static Match of(Fields item) {
        return new Match(
                item.json(),
                item.text("matched"),
                item.objects("uses").stream().map(Tie::of).toList(),
                item.objects("used_by").stream().map(Tie::of).toList());
    }

    /** The row, with {@code matched}, {@code uses} and {@code used_by}. */
    public Json.Obj json() {
        return resource.with("matched", Json.of(because))
                .with("uses", Tie.json(uses))
                .with("used_by", Tie.json(usedBy));
    }

    /** One end of an edge, as it is shown: {@code type} is empty where the other end was not found. */
    public record Tie(String rel, String type, String name, String account) {
        static Tie of(Fields tie) {
            return new Tie(tie.text("rel"), tie.maybeText("type").orElse(""), tie.text("name"), tie.text("account_id"));
        }

        public Json.Obj json() {
            var members = new LinkedHashMap<String, Json>();
            members.put("rel", Json.of(rel));
            members.put("type", type.isEmpty() ? Json.Null.VALUE : Json.of(type));
            members.put("name", Json.of(name));
            members.put("account_id", Json.of(account));
            return new Json.Obj(members);
        }

        private static Json json(List<Tie> ties) {
            return Json.of(ties.stream().map(Tie::json).toList());
        }
    }
}
