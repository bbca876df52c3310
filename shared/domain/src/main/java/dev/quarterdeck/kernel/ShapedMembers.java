package dev.quarterdeck.kernel;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Members that never change: values beside names that objects of one shape share, in a fifth of a hash map's memory. */
final class ShapedMembers extends AbstractMap<String, Json> implements SequencedMap<String, Json> {
    private final Shape shape;
    private final Json[] values;

    /** The values are taken over. */
    ShapedMembers(Shape shape, Json[] values) {
        this.shape = shape;
        this.values = values;
    }

    Shape shape() {
        return shape;
    }

    /** Not to be changed. */
    Json[] inOrder() {
        return values;
    }

    /** These with another value for a name that is among them. */
    ShapedMembers with(String name, Json value) {
        Json[] others = values.clone();
        others[shape.find(name)] = value;
        return new ShapedMembers(shape, others);
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        int member = name instanceof String text ? shape.find(text) : Shape.NONE;
        return member == Shape.NONE ? null : values[member];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Collection<Json> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Json> taker) {
        for (int i = 0; i < values.length; i++) {
            taker.accept(shape.name(i), values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, Json>> iterator() {
                return entries().iterator();
            }
        };
    }

    private List<Map.Entry<String, Json>> entries() {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Map.entry(shape.name(i), values[i]))
                .toList();
    }

    @Override
    public SequencedMap<String, Json> reversed() {
        return new LinkedHashMap<>(this).reversed();
    }
}
