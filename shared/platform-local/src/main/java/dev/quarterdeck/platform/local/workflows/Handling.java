package dev.quarterdeck.platform.local.workflows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done when a state fails: tried again, then caught, else it fails what it stands in. */
record Handling(List<Retrier> retriers, List<Catcher> catchers) {
    Handling {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
        lastIsForAll("Retry", retriers.stream().map(Retrier::errors).toList());
        lastIsForAll("Catch", catchers.stream().map(Catcher::errors).toList());
    }

    /** Where a state goes on that failed with one of these errors. */
    record Catcher(Errors errors, Placing placing, String next) {}

    List<String> leads(Optional<String> next) {
        return Stream.concat(next.stream(), catchers.stream().map(Catcher::next))
                .toList();
    }

    /** Which retrier is for this error; the first one that is decides. */
    Optional<Integer> retrier(String error) {
        return Stream.iterate(0, i -> i < retriers.size(), i -> i + 1)
                .filter(i -> retriers.get(i).errors().match(error))
                .findFirst();
    }

    Optional<Catcher> catcher(String error) {
        return catchers.stream().filter(some -> some.errors().match(error)).findFirst();
    }

    private static void lastIsForAll(String what, List<Errors> all) {
        if (all.stream().limit(Math.max(0, all.size() - 1L)).anyMatch(Errors::isForAll)) {
            throw new IllegalArgumentException("%s: nothing comes after States.ALL".formatted(what));
        }
    }
}
