package dev.quarterdeck.platform.local.workflows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in an execution: the third step is {@code 3}; if it forks, the second step of its branch or iteration 17, when it
 * is done for the first time, is {@code 3.0.17.2}.
 */
record Place(List<Integer> numbers) {
    static final Place FIRST = new Place(List.of(1));

    Place {
        numbers = List.copyOf(numbers);
    }

    static Place parse(String text) {
        return new Place(
                Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList());
    }

    int step() {
        return numbers.getLast();
    }

    Place next() {
        return with(numbers.subList(0, numbers.size() - 1), List.of(step() + 1));
    }

    /** The first step of a branch or iteration that this step forks into. */
    Place inner(int round, int child) {
        return with(numbers, List.of(round, child, 1));
    }

    private static Place with(List<Integer> some, List<Integer> more) {
        return new Place(Stream.concat(some.stream(), more.stream()).toList());
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
