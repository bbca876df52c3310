package dev.quarterdeck.inventory.filter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked of a resource. The answer is yes, no or unknown; a list holds those whose answer is yes. */
public sealed interface Filter {
    /** Asks nothing: every resource answers yes. */
    Filter ALL = new And(List.of());

    /** An and within an and is one: so a tree has one spelling. */
    record And(List<Filter> all) implements Filter {
        public And {
            all = flat(all, filter -> filter instanceof And(var inner) ? inner.stream() : Stream.of(filter));
        }
    }

    /** Has at least one part; an or within an or is one. */
    record Or(List<Filter> any) implements Filter {
        public Or {
            any = flat(any, filter -> filter instanceof Or(var inner) ? inner.stream() : Stream.of(filter));
        }
    }

    record Not(Filter filter) implements Filter {}

    record Compare(Field field, Comparison how, Value value) implements Filter {}

    record In(Field field, List<Value> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** Whether the text begins with, or holds, another; the case of letters does not count. */
    record Match(Field field, Matching how, String text) implements Filter {}

    /** Whether a path leads through these units. */
    record Under(Field field, String path) implements Filter {}

    /** Whether an address or block lies in the block, or a block covers the other. */
    record Near(Field field, Nearness how, Network network) implements Filter {}

    record Aged(Field field, Ageing how, Age age) implements Filter {}

    /** Whether there is a value at all: the one test that never answers unknown. */
    record Exists(Field field) implements Filter {}

    /** Whether some item of a list answers yes; within, {@code it} is the item. */
    record Any(Field list, Filter item) implements Filter {}

    /** Whether some resource at the other end of a link answers yes; within, {@code link} is the link. */
    record Linked(Direction direction, Filter other) implements Filter {}

    /** Every field that is asked, as often as it is. */
    static Stream<Field> fields(Filter filter) {
        return switch (filter) {
            case And(var all) -> all.stream().flatMap(Filter::fields);
            case Or(var any) -> any.stream().flatMap(Filter::fields);
            case Not(var inner) -> fields(inner);
            case Compare test -> Stream.of(test.field);
            case In test -> Stream.of(test.field);
            case Match test -> Stream.of(test.field);
            case Under test -> Stream.of(test.field);
            case Near test -> Stream.of(test.field);
            case Aged test -> Stream.of(test.field);
            case Exists test -> Stream.of(test.field);
            case Any(var list, var item) -> Stream.concat(Stream.of(list), fields(item));
            case Linked linked -> fields(linked.other);
        };
    }

    /** How a value is compared, under its sign. */
    enum Comparison {
        EQUAL("="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean orders() {
            return this != EQUAL && this != DIFFERENT;
        }

        /** Whether it holds for what {@link Comparable#compareTo} gave. */
        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** The word of each is its name in lower case. */
    enum Matching {
        CONTAINS,
        STARTS
    }

    /** The word of each is its name in lower case. */
    enum Nearness {
        WITHIN,
        COVERS
    }

    /** The word of each is its name in lower case, followed by {@code than}. */
    enum Ageing {
        OLDER,
        NEWER
    }

    /** The word of each is its name in lower case. */
    enum Direction {
        USES,
        USED_BY
    }

    private static List<Filter> flat(List<Filter> parts, Function<Filter, Stream<Filter>> inner) {
        return parts.stream().flatMap(inner).toList();
    }
}
