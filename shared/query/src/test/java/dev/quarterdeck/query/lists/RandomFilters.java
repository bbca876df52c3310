package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.filter.Age;
import dev.quarterdeck.inventory.filter.Columns;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.inventory.filter.Network;
import dev.quarterdeck.inventory.filter.Value;
import dev.quarterdeck.inventory.filter.Version;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Filters that are likely to hold for some of the rows they are made for: their fields and values come from them. */
final class RandomFilters {
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-01-10T08:00:00Z"),
            Instant.parse("2026-01-10T08:00:00.123456Z"),
            Instant.parse("2026-01-31T00:00:00Z"),
            Instant.parse("2026-11-23T07:05:55.735599Z"));
    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/8",
            "10.0.3.7",
            "0.0.0.0/0",
            "52.16.0.0/16",
            "::/0",
            "2001:db8::/32",
            "2001:db8::17",
            "1:2:3:4:5:6:7:8/3");
    private static final List<String> NUMERALS =
            List.of("5", "5.50", "-1", "0.123456789", "0", "100", "123456789012345678", "1.10");

    private final Random random;
    private final RandomRows rows;
    private final List<Json.Obj> resources;

    RandomFilters(Random random, List<Json.Obj> resources) {
        this.random = random;
        this.rows = new RandomRows(random);
        this.resources = resources;
    }

    private record Around(boolean item, boolean link) {}

    Filter next() {
        return next(4, new Around(false, false));
    }

    private Filter next(int depth, Around around) {
        return switch (random.nextInt(depth > 0 ? 11 : 6)) {
            case 6 -> new Filter.And(parts(depth, around));
            case 7 -> new Filter.Or(parts(depth, around));
            case 8 -> new Filter.Not(next(depth - 1, around));
            case 9 -> new Filter.Any(json(around), next(depth - 1, new Around(true, around.link())));
            case 10 ->
                around.item()
                        ? test(around)
                        : new Filter.Linked(one(Filter.Direction.values()), next(depth - 2, new Around(false, true)));
            default -> test(around);
        };
    }

    private List<Filter> parts(int depth, Around around) {
        var parts = new ArrayList<Filter>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            parts.add(next(depth - 1, around));
        }
        return parts;
    }

    private Filter test(Around around) {
        Field field = field(around);
        List<Supplier<Filter>> tests = new ArrayList<>();
        tests.add(() -> new Filter.Exists(field));
        tests.add(() -> compare(field));
        tests.add(() -> compare(field));
        tests.add(() -> new Filter.In(field, List.of(value(field.kind()), value(field.kind()))));
        if (List.<Kind>of(Kind.Plain.TEXT, Kind.Plain.UNITS, Kind.Plain.TYPE, Kind.Plain.ANY)
                .contains(field.kind())) {
            tests.add(() -> new Filter.Match(field, one(Filter.Matching.values()), text()));
        }
        if (List.<Kind>of(Kind.Plain.UNITS, Kind.Plain.ANY).contains(field.kind())) {
            tests.add(() -> new Filter.Under(field, text()));
        }
        if (List.<Kind>of(Kind.Plain.TIME, Kind.Plain.ANY).contains(field.kind())) {
            tests.add(() -> new Filter.Aged(
                    field, one(Filter.Ageing.values()), new Age(random.nextInt(40), one(Age.Unit.values()))));
        }
        if (List.<Kind>of(Kind.Plain.TEXT, Kind.Plain.ANY).contains(field.kind())) {
            tests.add(() -> new Filter.Near(
                    field,
                    one(Filter.Nearness.values()),
                    Network.of(rows.one(NETWORKS)).orElseThrow()));
            tests.add(() -> new Filter.Compare(
                    field,
                    one(Filter.Comparison.values()),
                    new Value.Versioned(Version.of(rows.one(List.of("14", "14.2", "8.0", "1.27", "7")))
                            .orElseThrow())));
        }
        return rows.one(tests).get();
    }

    private Filter compare(Field field) {
        Value value = value(field.kind());
        boolean ordered = !(value instanceof Value.Text) && !(value instanceof Value.Flag);
        return new Filter.Compare(
                field,
                ordered
                        ? one(Filter.Comparison.values())
                        : rows.one(List.of(Filter.Comparison.EQUAL, Filter.Comparison.DIFFERENT)),
                value);
    }

    private Field field(Around around) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> column();
            case 2 -> new Field.Tag(rows.one(RandomRows.NAMES));
            case 3 -> around.link() ? link() : column();
            default -> json(around);
        };
    }

    private Field column() {
        String name = rows.one(List.copyOf(Columns.RESOURCE.keySet()));
        return new Field.Column(
                name, Optional.ofNullable(Columns.RESOURCE.get(name)).orElseThrow());
    }

    private Field link() {
        String name = rows.one(List.copyOf(Columns.LINK.keySet()));
        return new Field.Link(name, Optional.ofNullable(Columns.LINK.get(name)).orElseThrow());
    }

    private Field json(Around around) {
        if (around.item() && random.nextInt(3) > 0) {
            return new Field.Item(random.nextBoolean() ? List.of() : List.of(name()));
        }
        return random.nextInt(6) == 0
                ? new Field.Column("identifiers", Kind.Plain.ANY)
                : new Field.Config(path(rows.one(resources).get("config").orElseThrow()));
    }

    private String name() {
        return rows.one(List.of("A", "B", "a b", "Key", "Value", "kind", "value", "CidrIp", "GroupId"));
    }

    /** A way into a value that is really there, mostly. */
    private List<String> path(Json from) {
        var path = new ArrayList<String>();
        Json at = from;
        do {
            switch (at) {
                case Json.Obj(var members)
                when !members.isEmpty() -> {
                    String name = rows.one(List.copyOf(members.keySet()));
                    path.add(name);
                    at = Optional.ofNullable(members.get(name)).orElseThrow();
                }
                case Json.Arr(var items)
                when !items.isEmpty() -> {
                    int index = random.nextInt(items.size());
                    path.add(String.valueOf(index));
                    at = items.get(index);
                }
                default -> {
                    return path.isEmpty() ? List.of("A") : path;
                }
            }
        } while (random.nextInt(3) > 0);
        return path;
    }

    private Value value(Kind kind) {
        return switch (kind) {
            case Kind.Word(var words) -> new Value.Text(rows.one(words));
            case Kind.Plain plain ->
                switch (plain) {
                    case TEXT, UNITS -> new Value.Text(text());
                    case TYPE -> new Value.Text(rows.one(List.of("AWS::EC2::Instance", "AWS::KMS::Key")));
                    case TIME -> new Value.Time(rows.one(TIMES));
                    case MONEY ->
                        new Value.Money(numeral(), random.nextBoolean() ? Optional.empty() : Optional.of("USD"));
                    case FLAG -> new Value.Flag(random.nextBoolean());
                    case TRI -> new Value.Text(rows.one(List.of("yes", "no")));
                    case ANY ->
                        switch (random.nextInt(4)) {
                            case 0 -> new Value.Numeral(numeral());
                            case 1 -> new Value.Flag(random.nextBoolean());
                            case 2 -> new Value.Time(rows.one(TIMES));
                            default -> new Value.Text(text());
                        };
                };
        };
    }

    private BigDecimal numeral() {
        return new BigDecimal(rows.one(NUMERALS));
    }

    private String text() {
        return rows.one(RandomRows.TEXTS);
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
