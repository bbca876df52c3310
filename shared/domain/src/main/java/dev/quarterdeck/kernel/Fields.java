package dev.quarterdeck.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads an object's members as what they should be. Whatever is not so is {@link Malformed}, with its place. */
public final class Fields {
    private final Json.Obj object;
    private final String at;

    private Fields(Json.Obj object, String at) {
        this.object = object;
        this.at = at;
    }

    public static Fields of(Json.Obj object) {
        return new Fields(object, "");
    }

    /** Refuses members of other names: what nobody reads must not look as if it had been taken. */
    public Fields only(Set<String> names) {
        object.members().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Malformed(place(name), "is not known");
                });
        return this;
    }

    public boolean has(String name) {
        return present(name).isPresent();
    }

    public String text(String name) {
        return maybeText(name).orElseThrow(() -> missing(name));
    }

    /** A text that means something: what its reader refuses is refused here, with the place. */
    public <T> T text(String name, Function<String, T> reader) {
        return read(place(name), text(name), reader);
    }

    public Optional<String> maybeText(String name) {
        return present(name).map(value -> text(place(name), value));
    }

    public <T> Optional<T> maybeText(String name, Function<String, T> reader) {
        return maybeText(name).map(text -> read(place(name), text, reader));
    }

    public long whole(String name) {
        return maybeWhole(name).orElseThrow(() -> missing(name));
    }

    public Optional<Long> maybeWhole(String name) {
        return present(name).map(value -> whole(place(name), value));
    }

    public boolean flag(String name) {
        return switch (present(name).orElseThrow(() -> missing(name))) {
            case Json.Bool(var value) -> value;
            case Json other -> throw new Malformed(place(name), "must be true or false: %s".formatted(shown(other)));
        };
    }

    public Instant instant(String name) {
        return text(name, Fields::parsed);
    }

    public Optional<Instant> maybeInstant(String name) {
        return maybeText(name, Fields::parsed);
    }

    public Fields object(String name) {
        return maybeObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<Fields> maybeObject(String name) {
        return present(name).map(value -> object(place(name), value));
    }

    /** The objects of a list; a list that is not there is empty. */
    public List<Fields> objects(String name) {
        return items(name, Fields::object);
    }

    public List<String> texts(String name) {
        return items(name, Fields::text);
    }

    public <T> List<T> texts(String name, Function<String, T> reader) {
        return items(name, (place, value) -> read(place, text(place, value), reader));
    }

    /** An object all of whose members are texts; one that is not there is empty. */
    public SortedMap<String, String> map(String name) {
        var map = new TreeMap<String, String>();
        maybeObject(name)
                .ifPresent(inner ->
                        inner.object.members().forEach((key, value) -> map.put(key, text(inner.place(key), value))));
        return map;
    }

    /** What is made of these members as a whole; what it refuses is refused here, with the object's place. */
    public <T> T make(Supplier<T> maker) {
        return read(at, "", _ -> maker.get());
    }

    public Json.Obj json() {
        return object;
    }

    private interface Item<T> {
        T read(String place, Json value);
    }

    private <T> List<T> items(String name, Item<T> item) {
        var found = new ArrayList<T>();
        switch (present(name).orElse(new Json.Arr(List.of()))) {
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    found.add(item.read("%s/%d".formatted(place(name), i), items.get(i)));
                }
            }
            case Json other -> throw new Malformed(place(name), "must be a list: %s".formatted(shown(other)));
        }
        return List.copyOf(found);
    }

    private Optional<Json> present(String name) {
        return object.get(name).filter(value -> !(value instanceof Json.Null));
    }

    private String place(String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private Malformed missing(String name) {
        return new Malformed(place(name), "is missing");
    }

    private static Fields object(String place, Json value) {
        return switch (value) {
            case Json.Obj inner -> new Fields(inner, place);
            case Json other -> throw new Malformed(place, "must be an object: %s".formatted(shown(other)));
        };
    }

    private static String text(String place, Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json other -> throw new Malformed(place, "must be a text: %s".formatted(shown(other)));
        };
    }

    private static long whole(String place, Json value) {
        if (value instanceof Json.Num(var number)) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException _) {
                throw new Malformed(place, "must be a whole number: %s".formatted(shown(value)));
            }
        }
        throw new Malformed(place, "must be a whole number: %s".formatted(shown(value)));
    }

    private static <T> T read(String place, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (Malformed e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Malformed(place, String.valueOf(e.getMessage()));
        }
    }

    private static Instant parsed(String text) {
        try {
            return IsoTime.parse(text).orElseGet(() -> Instant.parse(text));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be an instant like 2026-01-02T03:04:05Z: '%s'".formatted(text));
        }
    }

    /** Enough of a value to recognise it; what stands inside an object may be secret. */
    private static String shown(Json value) {
        return switch (value) {
            case Json.Null _ -> "null";
            case Json.Bool(var truth) -> Boolean.toString(truth);
            case Json.Num(var number) -> number.precision() > 20 ? "a long number" : number.toString();
            case Json.Str _ -> "a text";
            case Json.Arr _ -> "a list";
            case Json.Obj _ -> "an object";
        };
    }
}
