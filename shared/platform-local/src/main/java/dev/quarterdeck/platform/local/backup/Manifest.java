package dev.quarterdeck.platform.local.backup;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.List;

/** What an archive holds: when it was made, and each file with its size and checksum. */
public record Manifest(Instant at, List<Content> contents) {
    static final String NAME = "manifest.json";
    static final String TABLE = "hub.db";
    static final String VAULT = "vault.json";
    static final String KEY = "vault-key.json";
    static final String REDACTION_KEY = "redaction-key.json";
    static final String OBJECTS = "objects/";

    private static final String FORMAT = "quarterdeck-backup-1";

    public Manifest {
        contents = List.copyOf(contents);
    }

    /** A file of the archive. */
    public record Content(String name, long size, String sha256) {}

    /** The bytes of all files, before the archive packs them. */
    public long size() {
        return contents.stream().mapToLong(Content::size).sum();
    }

    /** Whether the archive holds the vault's key, closed with a passphrase. */
    public boolean holdsKey() {
        return contents.stream().anyMatch(content -> content.name().equals(KEY));
    }

    static Manifest from(Json json) {
        if (!(json instanceof Json.Obj object)
                || !Fields.of(object).text("format").equals(FORMAT)) {
            throw new IllegalArgumentException("no manifest of a backup");
        }
        var fields = Fields.of(object);
        return new Manifest(
                fields.instant("at"),
                fields.objects("contents").stream()
                        .map(content ->
                                new Content(content.text("name"), content.whole("size"), content.text("sha256")))
                        .toList());
    }

    Json.Obj json() {
        var list = contents.stream()
                .map(content -> new Members()
                        .put("name", content.name())
                        .put("size", content.size())
                        .put("sha256", content.sha256())
                        .json())
                .toList();
        return new Members()
                .put("format", FORMAT)
                .put("at", at)
                .put("contents", Json.of(list))
                .json();
    }
}
