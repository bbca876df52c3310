package dev.quarterdeck.wire.model;

import java.util.List;
import java.util.Optional;

/** How botocore pages an operation; {@code output} and {@code more} are JMESPath texts. */
public record Paginator(
        List<String> input,
        List<String> output,
        Optional<String> limitKey,
        Optional<String> more,
        List<String> resultKeys) {
    public Paginator {
        input = List.copyOf(input);
        output = List.copyOf(output);
        resultKeys = List.copyOf(resultKeys);
    }
}
