package dev.quarterdeck.collect.edges;

import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Link.Target;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Links kept for later: first in memory, then in a temporary file that only we can read. What repeats is kept once. */
final class Spill implements AutoCloseable {
    private static final String NO_TYPE = "";

    private final int inMemory;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final Numbers names = new Numbers();
    private final Map<Integer, Optional<ResourceType>> types = new HashMap<>();
    private Optional<Path> file = Optional.empty();
    private DataOutputStream out = new DataOutputStream(memory);
    private long links;

    Spill(int inMemory) {
        this.inMemory = inMemory;
    }

    void add(Link link) {
        try {
            write(link);
            links++;
            if (file.isEmpty() && memory.size() > inMemory) {
                moveToFile();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("links could not be kept aside", e);
        }
    }

    private void write(Link link) throws IOException {
        Target target = link.target();
        out.writeUTF(link.from().value());
        out.writeInt(names.number(link.rel()));
        out.writeInt(names.number(target.type().map(ResourceType::name).orElse(NO_TYPE)));
        out.writeUTF(target.id());
        out.writeInt(names.number(target.account()));
        out.writeInt(names.number(target.region()));
        out.writeInt(names.number(link.via()));
    }

    private Link read(DataInputStream in) throws IOException {
        Uid from = new Uid(in.readUTF());
        String rel = names.name(in.readInt());
        Optional<ResourceType> type = types.computeIfAbsent(in.readInt(), this::type);
        String id = in.readUTF();
        var target = new Target(type, id, names.name(in.readInt()), names.name(in.readInt()));
        return new Link(from, rel, target, names.name(in.readInt()));
    }

    private Optional<ResourceType> type(int number) {
        return Optional.of(names.name(number))
                .filter(name -> !name.equals(NO_TYPE))
                .map(ResourceType::new);
    }

    private void moveToFile() throws IOException {
        Path path = Files.createTempFile("quarterdeck-links-", ".tmp");
        file = Optional.of(path);
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        memory.writeTo(stream);
        memory.reset();
        out = new DataOutputStream(stream);
    }

    /** Gives back every link, in the order in which they came. */
    void drain(Consumer<Link> taker) {
        try {
            out.flush();
            InputStream stream = file.isPresent()
                    ? new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16)
                    : new ByteArrayInputStream(memory.toByteArray());
            try (var in = new DataInputStream(stream)) {
                for (long i = 0; i < links; i++) {
                    taker.accept(read(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("links kept aside could not be read back", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of links kept aside could not be removed", e);
        }
    }
}
