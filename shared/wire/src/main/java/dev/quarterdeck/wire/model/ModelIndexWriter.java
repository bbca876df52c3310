package dev.quarterdeck.wire.model;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** Compiles the source extracts of service models ({@code <service>.json}) into a {@link ModelIndex}'s bytes. */
public final class ModelIndexWriter {
    private final Map<String, JsonNode> extracts = new TreeMap<>();

    /** Adds one service; fails with the reason if the extract is not one. */
    public ModelIndexWriter add(InputStream extract) throws IOException {
        JsonNode tree = JsonNode.read(extract);
        extracts.put(tree.at("service").text(), tree);
        return this;
    }

    /** The index; equal extracts give equal bytes. */
    public byte[] toBytes() {
        Packed sections = Packed.withOwnTexts();
        sections.number(extracts.size());
        extracts.forEach((service, extract) -> {
            byte[] section = new ServiceWriter(service, extract, sections.sibling()).write();
            sections.text(service).number(section.length).raw(section);
        });
        byte[] content = sections.table().raw(sections.toBytes()).toBytes();
        return new Packed(Map.of())
                .fixedInt(ModelIndex.MAGIC)
                .raw(sha256(content))
                .raw(content)
                .toBytes();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
