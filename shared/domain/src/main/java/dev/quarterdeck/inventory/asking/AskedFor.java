package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Columns;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.FieldList;
import dev.quarterdeck.inventory.filter.Flaw;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words mean: filter, fields, order. What is wrong in one is said with its place. */
public record AskedFor(Question question, ListRequest.Shape shape) {
    /** All that is short: config can be as long as a book. */
    private static final String USUAL = Stream.concat(
                    Columns.RESOURCE.keySet().stream().filter(column -> !column.equals("identifiers")),
                    Stream.of("tags"))
            .collect(Collectors.joining(","));

    /** Whose words are told wrong: a parameter by its name, a member of a body by its pointer, an option by itself. */
    public enum Place {
        PARAMETERS(""),
        OPTIONS("--"),
        BODY("/");

        private final String prefix;

        Place(String prefix) {
            this.prefix = prefix;
        }

        private FailureException refusal(String name, String why) {
            return new FailureException(Failure.invalid(prefix + name, why));
        }
    }

    public static AskedFor of(Wording wording, Vocabulary words, Place place) {
        var reader = new Reader(words, place);
        return new AskedFor(
                reader.question(wording.filter()),
                new ListRequest.Shape(
                        reader.fields("fields", wording.fields().or(() -> Optional.of(USUAL))),
                        reader.order(wording.sort()),
                        reader.fields("facets", wording.facets())));
    }

    /** The instant to look back to: the filter's own, or the one that was said beside it. */
    public Optional<Instant> at(Instant now, Optional<Instant> beside, Place place) {
        if (question.at().isPresent() && beside.isPresent()) {
            throw place.refusal("at", "is said twice: the filter has an 'at' of its own");
        }
        return question.at().map(moment -> moment.from(now)).or(() -> beside);
    }

    /** As of when, where ages are counted from {@code now}. */
    public ListRequest.When when(Instant now, Optional<Instant> beside, Place place) {
        return new ListRequest.When(now, at(now, beside, place));
    }

    private record Reader(Vocabulary words, Place place) {
        Question question(Optional<String> filter) {
            return filter.map(text -> switch (Question.read(text, words)) {
                        case Reading.Understood(var understood) -> understood;
                        case Reading.Misunderstood(var flaw) -> throw refusal("filter", flaw);
                    })
                    .orElse(Question.ALL);
        }

        List<Field> fields(String name, Optional<String> text) {
            return named(name, text).map(FieldList.Named::field).toList();
        }

        List<Order> order(Optional<String> sort) {
            return named("sort", sort)
                    .map(one -> new Order(one.field(), one.minus()))
                    .toList();
        }

        private Stream<FieldList.Named> named(String name, Optional<String> text) {
            return text.stream().flatMap(names -> switch (FieldList.read(names, words)) {
                case FieldList.Understood(var fields) -> fields.stream();
                case FieldList.Misunderstood(var flaw) -> throw refusal(name, flaw);
            });
        }

        private FailureException refusal(String name, Flaw flaw) {
            return place.refusal(name, flaw.sentence());
        }
    }
}
