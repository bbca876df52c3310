package dev.quarterdeck.wire;

import java.util.List;
import java.util.Optional;

/**
 * How the items of an operation are reached: {@code items} is a path of members and projections only ({@code a.b[].c[]},
 * {@code @} for the whole answer); {@code carry} names members of the objects on that path that join each item;
 * {@code pages} says how to come to the next page.
 */
public record Paging(String items, List<String> carry, Pages pages) {
    /** The path of the whole answer. */
    public static final String WHOLE = "@";

    public Paging {
        carry = List.copyOf(carry);
    }

    /** Pages as botocore's paginator of the operation says, or a single one where it has none. */
    public Paging(String items, List<String> carry) {
        this(items, carry, new Modelled());
    }

    /** Whether an answer as a whole is the one item. */
    public boolean isWhole() {
        return items.equals(WHOLE);
    }

    /** How to come from one page to the next. */
    public sealed interface Pages {}

    /** As the model's paginator says; a single page where it has none. */
    public record Modelled() implements Pages {}

    /** The first page is all there is. */
    public record Single() implements Pages {}

    /**
     * What the model does not say: the members of the input that take the tokens, the paths in the answer that give them,
     * and where there is one, the path of the flag that says whether more follows.
     */
    public record Declared(List<String> input, List<String> output, Optional<String> more) implements Pages {
        public Declared {
            input = List.copyOf(input);
            output = List.copyOf(output);
            if (input.isEmpty() || input.size() != output.size()) {
                throw new IllegalArgumentException(
                        "each token needs an input and an output: %s, %s".formatted(input, output));
            }
        }
    }
}
