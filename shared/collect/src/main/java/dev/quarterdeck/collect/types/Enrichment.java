package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Paging;
import java.time.Duration;
import java.util.Optional;

/** What a list does not tell of a resource and another call does. */
public record Enrichment(String name, Ask ask, Reach reach, Taking taking, Terms terms) {

    /** How many resources one call serves. */
    public sealed interface Reach {}

    /** One call for each resource. */
    public record Each() implements Reach {}

    /** One list for each resource: all that is taken of its items. */
    public record EachList(Paging paging) implements Reach {}

    /** One call for {@code size} resources: {@code param} takes what {@code from} gives of each. */
    public record Batch(String param, Expression from, int size, Rows rows) implements Reach {}

    /** One call for each account and region; its rows are joined to the resources. */
    public record Join(Rows rows) implements Reach {}

    /** Which rows an answer holds and whose they are: a row's {@code key} equals the resource's {@code on}. */
    public record Rows(Paging paging, Expression key, Expression on) {}

    /**
     * What is taken of the answer (or row), and the member it is stored under; {@code @} merges its members into the
     * resource. {@code otherwise} is stored where AWS says there is none.
     */
    public record Taking(Expression take, String into, Json otherwise) {
        public static final String MERGE = "@";

        public boolean merges() {
            return into.equals(MERGE);
        }
    }

    /** Only where {@code when} holds; not again before {@code maxAge} has passed; {@code paid} only with consent. */
    public record Terms(Optional<Expression> when, Optional<Duration> maxAge, boolean paid) {}
}
