package dev.quarterdeck.inventory.filter;

import java.util.ArrayList;
import java.util.List;

/** Names of fields, joined by commas: what to show, to sort by, to count. */
public sealed interface FieldList {
    record Understood(List<Named> fields) implements FieldList {
        public Understood {
            fields = List.copyOf(fields);
        }
    }

    record Misunderstood(Flaw flaw) implements FieldList {}

    /** {@code minus}: with a minus in front, which turns an order round. */
    record Named(Field field, boolean minus) {}

    static FieldList read(String text, Vocabulary vocabulary) {
        try {
            var scanner = new Scanner(text);
            var names = new FieldNames(scanner, vocabulary);
            var fields = new ArrayList<Named>();
            do {
                boolean minus = scanner.take('-');
                fields.add(new Named(names.shown(), minus));
            } while (scanner.take(','));
            if (!scanner.ended()) {
                throw new FlawException(scanner.at(), "',' or the end is expected here, not " + scanner.rest());
            }
            return new Understood(fields);
        } catch (FlawException e) {
            return new Misunderstood(e.flaw());
        }
    }
}
