package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Order;
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

/** What the texts of a request mean: filter, fields, order. What is wrong in one is said with its place. */
record AskedFor(Question question, ListRequest.Shape shape) {
    /** All that is short: config can be as long as a book. */
    private static final String USUAL = Stream.concat(
                    Columns.RESOURCE.keySet().stream().filter(column -> !column.equals("identifiers")),
                    Stream.of("tags"))
            .collect(Collectors.joining(","));

    static AskedFor by(Call call, Vocabulary words) {
        return new AskedFor(
                question(call, words),
                new ListRequest.Shape(
                        fields("fields", call.query("fields").or(() -> Optional.of(USUAL)), words),
                        order(call, words),
                        fields("facets", call.query("facets"), words)));
    }

    static Question question(Call call, Vocabulary words) {
        Question question = call.query("filter")
                .map(text -> switch (Question.read(text, words)) {
                    case Reading.Understood(var understood) -> understood;
                    case Reading.Misunderstood(var flaw) -> throw refusal("filter", flaw);
                })
                .orElse(Question.ALL);
        if (question.at().isPresent() && call.query("at").isPresent()) {
            throw new FailureException(Failure.invalid("at", "is said twice: the filter has an 'at' of its own"));
        }
        return question;
    }

    /** As of when: said in the filter or beside it. */
    static ListRequest.When when(Question question, Call call, Instant now) {
        return new ListRequest.When(
                now, question.at().map(moment -> moment.from(now)).or(() -> Seen.at(call)));
    }

    private static List<Field> fields(String parameter, Optional<String> text, Vocabulary words) {
        return named(parameter, text, words).map(FieldList.Named::field).toList();
    }

    private static List<Order> order(Call call, Vocabulary words) {
        return named("sort", call.query("sort"), words)
                .map(one -> new Order(one.field(), one.minus()))
                .toList();
    }

    private static Stream<FieldList.Named> named(String parameter, Optional<String> text, Vocabulary words) {
        return text.stream().flatMap(names -> switch (FieldList.read(names, words)) {
            case FieldList.Understood(var fields) -> fields.stream();
            case FieldList.Misunderstood(var flaw) -> throw refusal(parameter, flaw);
        });
    }

    private static FailureException refusal(String parameter, Flaw flaw) {
        return new FailureException(Failure.invalid(parameter, flaw.sentence()));
    }
}
