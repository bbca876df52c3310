package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.find.Words;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes an account's edges as lines, and beside them the index by which those of a resource are found. */
public final class EdgeLines implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final Lines lines;
    private final Postings.Builder ends = new Postings.Builder();

    private EdgeLines(Lines lines) {
        this.lines = lines;
    }

    public static EdgeLines begin() throws IOException {
        return new EdgeLines(Lines.inBlocksOf(BLOCK));
    }

    public void add(Edge edge) throws IOException {
        int block = lines.block();
        ends.add(edge.link().from().value(), block);
        ends.add(Words.folded(edge.link().target().id()), block);
        edge.to().map(Uid::value).ifPresent(to -> ends.add(to, block));
        lines.add(Rows.edgeAndLink(edge));
    }

    /** Puts both into the store. */
    public ObjectName finish(Objects objects, ObjectName name) throws IOException {
        lines.finish(objects, name);
        WordIndex.write(objects, name, lines.blocks(), ends.bytes());
        return name;
    }

    /** Edges that lie in an object, to be read by their ends: what the index says stays in memory. */
    public static final class Reader {
        private final Objects objects;
        private final ObjectName name;
        private final Optional<WordIndex> index;

        private Reader(Objects objects, ObjectName name, Optional<WordIndex> index) {
            this.objects = objects;
            this.name = name;
            this.index = index;
        }

        public static Reader of(Objects objects, ObjectName name) {
            return new Reader(objects, name, WordIndex.read(objects, name));
        }

        /** The edges from and to these. */
        public void read(Ends wanted, Consumer<Json.Obj> taker) throws IOException {
            Consumer<Json.Obj> some = edge -> {
                if (wanted.touches(edge)) {
                    taker.accept(edge);
                }
            };
            if (index.isEmpty()) {
                Lines.read(objects, name, some);
                return;
            }
            Set<String> words = new HashSet<>(wanted.uids());
            words.addAll(wanted.arns());
            for (int number : index.get().find(words)) {
                Lines.read(objects, name, index.get().block(number), some);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
