package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the read role may do: AWS's managed policies to attach, ours to make (by name), and the version of the catalog
 * that they were derived from.
 */
public record Rights(List<String> attach, SortedMap<String, Json.Obj> documents, String version) {
    public Rights {
        attach = List.copyOf(attach);
        documents = new TreeMap<>(documents);
    }
}
