package dev.quarterdeck.query.lists;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Rows with everything in them that could be read in two ways. */
final class RandomRows {
    static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "ab",
            "ÀB",
            "ß",
            "ẞ",
            "a b",
            "it's",
            "\"q\"",
            "b\\c",
            "100%",
            "x_y",
            "NULL",
            "null",
            "true",
            "5",
            "5.0",
            "1.10",
            "05",
            "1e3",
            "v14.2",
            "14",
            "14.0.0",
            "8.0.mysql_aurora.3.04.0",
            "1.27",
            "007.1",
            "12345678901.5",
            "10.0.3.7",
            "10.0.0.0/8",
            "10.0.0.0/33",
            "010.0.0.1",
            "256.1.1.1",
            "52.16.0.9/32",
            "0.0.0.0/0",
            "::",
            "::/0",
            "2001:db8::17",
            "2001:DB8:0:0::/64",
            "1::2::3",
            "1:2:3:4:5:6:7:8",
            "::ffff:1.2.3.4",
            "2026-01-31",
            "2026-02-30",
            "2026-01-10T08:00:00+00:00",
            "2026-01-10T08:00:00Z",
            "2026-01-10T08:00:00.123456789Z",
            "2026-01-10T24:00:00Z",
            "2026-01-10T08:00:00+01:00",
            "0999-01-01",
            "o-1/r-2/ou-3/",
            "/o-1/r-2/",
            "ou-3",
            "\u0000",
            "日本",
            "\uD83D\uDE00",
            "a/b~c",
            "%",
            "_",
            "';--");
    static final List<String> NAMES = List.of("A", "B", "a b", "a/b~c", "0", "1", "Deep", "é");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "5",
            "5.0",
            "5.50",
            "1e2",
            "0.1234567894",
            "0.1234567895",
            "1e28",
            "1e29",
            "1e300",
            "123456789012345678",
            "9007199254740993",
            "-0.0");

    private final Random random;

    RandomRows(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    List<Json.Obj> resources(int count) {
        var rows = new ArrayList<Json.Obj>();
        for (int i = 0; i < count; i++) {
            rows.add(resource("r1random%03d".formatted(i)));
        }
        return rows;
    }

    private Json.Obj resource(String uid) {
        var row = new LinkedHashMap<String, Json>();
        row.put("uid", Json.of(uid));
        row.put("type", Json.of(one(List.of("AWS::EC2::Instance", "AWS::KMS::Key"))));
        for (String name : List.of("name", "account_name", "ou_path", "environment", "az", "managed_by")) {
            row.put(name, random.nextInt(4) == 0 ? Json.Null.VALUE : Json.of(one(TEXTS)));
        }
        row.put("account_id", Json.of(one(List.of("111122223333", "444455556666"))));
        row.put("public", Json.of(one(List.of("yes", "no", "unknown"))));
        row.put("encrypted", Json.of(one(List.of("yes", "no", "unknown"))));
        row.put("created_at", random.nextInt(4) == 0 ? Json.Null.VALUE : Json.of(one(TEXTS)));
        if (random.nextBoolean()) {
            row.put("cost_30d", new Json.Num(new BigDecimal(one(List.of("0", "0.5", "5", "99.999", "1e2", "-1")))));
            row.put("currency", random.nextInt(4) == 0 ? Json.Null.VALUE : Json.of(one(List.of("USD", "EUR"))));
        }
        row.put("tags", tags());
        row.put("identifiers", new Json.Arr(List.of(object(2), object(2))));
        row.put("config", object(4));
        return new Json.Obj(row);
    }

    private Json tags() {
        var tags = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.put(one(NAMES), Json.of(one(TEXTS)));
        }
        return new Json.Obj(tags);
    }

    private Json.Obj object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                members.put(name, value(depth - 1));
            }
        }
        return new Json.Obj(members);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> number();
            case 1 -> Json.Null.VALUE;
            case 2 -> Json.of(random.nextBoolean());
            case 3, 4 -> Json.of(one(TEXTS));
            case 5 -> object(depth);
            default -> list(depth);
        };
    }

    private Json list(int depth) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth - 1));
        }
        return new Json.Arr(items);
    }

    Json number() {
        return new Json.Num(new BigDecimal(one(NUMBERS)));
    }

    List<Json.Obj> edges(List<Json.Obj> resources, int count) {
        var edges = new ArrayList<Json.Obj>();
        for (int i = 0; i < count; i++) {
            boolean dangling = random.nextInt(4) == 0;
            var edge = new LinkedHashMap<String, Json>();
            edge.put("from_uid", one(resources).get("uid").orElseThrow());
            edge.put("rel", Json.of(one(List.of("uses", "trusts"))));
            edge.put(
                    "to_uid",
                    dangling ? Json.Null.VALUE : one(resources).get("uid").orElseThrow());
            edge.put("to_arn", random.nextBoolean() ? Json.Null.VALUE : Json.of(one(TEXTS)));
            edge.put("to_account_id", Json.of("111122223333"));
            edge.put("dangling", Json.of(dangling));
            edge.put("via", Json.of("A"));
            edges.add(new Json.Obj(edge));
        }
        return edges;
    }
}
