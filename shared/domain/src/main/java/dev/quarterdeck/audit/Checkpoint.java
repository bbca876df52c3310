package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where the chains ended at a time. Kept elsewhere, it proves later that nothing before it was cut or made anew. */
public record Checkpoint(Instant time, List<Head> heads) {
    public Checkpoint {
        heads = List.copyOf(heads);
    }

    /** The Merkle root over the heads: one hash to sign, or to print and pin to a wall. */
    public String root() {
        var level = heads.stream()
                .map(head -> Digest.hex("leaf:" + head.json().canonical()))
                .toList();
        while (level.size() > 1) {
            level = paired(level);
        }
        return level.isEmpty() ? Head.NOTHING : level.getFirst();
    }

    public Json.Obj json() {
        return new Members()
                .put("time", time)
                .put("heads", Json.of(heads.stream().map(Head::json).toList()))
                .put("root", root())
                .json();
    }

    /** Fails with a {@link dev.quarterdeck.kernel.Malformed} where the root is not that of the heads. */
    public static Checkpoint of(Json.Obj json) {
        var fields = Fields.of(json);
        var checkpoint = new Checkpoint(
                fields.instant("time"),
                fields.objects("heads").stream().map(Checkpoint::head).toList());
        fields.text("root", root -> same(root, checkpoint.root()));
        return checkpoint;
    }

    private static Head head(Fields fields) {
        return new Head(
                fields.text("chain"), (int) fields.whole("shard"), fields.whole("sequence"), fields.text("hash"));
    }

    private static String same(String root, String computed) {
        if (!root.equals(computed)) {
            throw new IllegalArgumentException("is not the root of these heads");
        }
        return root;
    }

    private static List<String> paired(List<String> level) {
        var next = new ArrayList<String>();
        for (int i = 0; i < level.size(); i += 2) {
            next.add(i + 1 < level.size() ? Digest.hex("node:" + level.get(i) + level.get(i + 1)) : level.get(i));
        }
        return next;
    }
}
