package dev.quarterdeck.inventory.filter;

import java.time.Instant;
import java.util.Optional;

/** A filter, and the time as of which it is asked: now, unless it says {@code at}. */
public record Question(Filter filter, Optional<Moment> at) {
    public static final Question ALL = new Question(Filter.ALL, Optional.empty());

    /** A point in time, or one so long ago. */
    public sealed interface Moment {
        Instant from(Instant now);

        record Exact(Instant instant) implements Moment {
            @Override
            public Instant from(Instant now) {
                return instant;
            }
        }

        record Ago(Age age) implements Moment {
            @Override
            public Instant from(Instant now) {
                return now.minus(age.duration());
            }
        }
    }

    /** Reads what people write. */
    public static Reading read(String text, Vocabulary vocabulary) {
        try {
            return new Reading.Understood(new Grammar(new Scanner(text), vocabulary).question());
        } catch (FlawException e) {
            return new Reading.Misunderstood(e.flaw());
        }
    }

    /** The one text that is read as this question. */
    public String text() {
        return Spelling.of(this);
    }
}
