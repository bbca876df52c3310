package dev.quarterdeck.local.renderings;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Answers as AWS might give them: whatever the shape declares may be there, and no text comes twice. */
final class Inventor {
    private static final int ALWAYS = 4;
    private static final int DEEPEST = 9;
    private static final String POLICY = "policyDocumentType";
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private final Random random;
    private int texts;

    Inventor(Random random) {
        this.random = random;
    }

    Json answer(Member output) {
        return value(output, 0);
    }

    private Json value(Member member, int depth) {
        return switch (member.shape()) {
            case Structure structure -> structure(structure, depth);
            case ListShape list -> list(() -> value(list.element(), depth + 1), simple(list) ? 3 : 2);
            case MapShape map -> map(map, depth);
            case Scalar scalar -> scalar(member.name(), scalar);
        };
    }

    private static boolean simple(ListShape list) {
        return list.element().shape() instanceof Scalar;
    }

    private Json structure(Structure structure, int depth) {
        if (structure.form() == Structure.Form.DOCUMENT) {
            return plain();
        }
        var members = new LinkedHashMap<String, Json>();
        List<Member> declared = new ArrayList<>(structure.members());
        if (structure.form() == Structure.Form.UNION) {
            declared = List.of(declared.get(random.nextInt(declared.size())));
        }
        for (Member member : declared) {
            boolean told = depth < ALWAYS || (depth < DEEPEST && random.nextInt(10) < 8);
            if (told || member.shape() instanceof Scalar) {
                members.put(member.name(), value(member, depth + 1));
            }
        }
        return Json.of(members);
    }

    private Json map(MapShape map, int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            members.put("key-" + texts++, value(map.value(), depth + 1));
        }
        return Json.of(members);
    }

    private Json list(Supplier<Json> element, int most) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            items.add(element.get());
        }
        return Json.of(items);
    }

    private Json scalar(String name, Scalar scalar) {
        return switch (scalar.kind()) {
            case BOOLEAN -> Json.of(random.nextBoolean());
            case INTEGER, LONG -> Json.of(random.nextInt(10_000));
            case FLOAT, DOUBLE -> new Json.Num(BigDecimal.valueOf(random.nextInt(10_000), 2));
            case TIMESTAMP ->
                Json.of(LONG_AGO.plusSeconds(random.nextInt(40_000_000))
                        .toString()
                        .replace("Z", "+00:00"));
            case BLOB -> Json.of("YmxvYi" + texts++ % 10);
            case STRING, CHARACTER -> scalar.name().equals(POLICY) ? policy() : Json.of(text(name));
        };
    }

    private String text(String name) {
        String word = "%s %d".formatted(random.nextInt(5) == 0 ? "größe/\"\\<&>\t☃" : "word", texts++);
        return name.toLowerCase(Locale.ROOT).endsWith("arn")
                ? "arn:aws:service:eu-west-1:111122223333:thing/" + word
                : word;
    }

    /** What another scalar of its kind would be. */
    Json other(Json scalar) {
        return switch (scalar) {
            case Json.Bool(var bool) -> Json.of(!bool);
            case Json.Num(var number) -> new Json.Num(number.add(BigDecimal.ONE));
            case Json.Str(var text)
            when text.startsWith("2024-") || text.startsWith("2025-") -> Json.of("2023-05-05T05:05:05+00:00");
            case Json.Str(var text) -> Json.of(text + " changed");
            case Json.Null _, Json.Arr _, Json.Obj _ -> throw new IllegalArgumentException(scalar.text());
        };
    }

    /** A document that AWS keeps as text: mostly a policy. */
    Json document() {
        return random.nextInt(3) > 0 ? policy() : plain();
    }

    private Json plain() {
        return new Members()
                .put("minDelayTarget", random.nextInt(100))
                .put("text", text("text"))
                .put(
                        "nested",
                        new Members()
                                .put("list", list(() -> Json.of(text("item")), 3))
                                .json())
                .put("source", list(() -> Json.of(text("source")), 3))
                .json();
    }

    private Json policy() {
        var statements = new ArrayList<Json>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            statements.add(new Members()
                    .put("Sid", "sid" + texts++)
                    .put("Effect", random.nextBoolean() ? "Allow" : "Deny")
                    .put(
                            "Principal",
                            new Members()
                                    .put("AWS", set("arn:aws:iam::111122223333:role/r"))
                                    .json())
                    .put("Action", set("s3:Get"))
                    .put("Resource", set("arn:aws:s3:::b"))
                    .put(
                            "Condition",
                            new Members()
                                    .put(
                                            "StringEquals",
                                            new Members()
                                                    .put("aws:SourceVpc", set("vpc-"))
                                                    .json())
                                    .json())
                    .json());
        }
        return new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(statements))
                .json();
    }

    private Json set(String prefix) {
        return list(() -> Json.of(prefix + texts++), 3);
    }
}
