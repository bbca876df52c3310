package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A state that was entered and not left yet, and how far it has come. */
final class Step {
    private final Happening.Entered entered;
    private final Instant at;
    private final State state;
    private final List<Integer> retriers = new ArrayList<>();
    private final SortedMap<Integer, Sequence> children = new TreeMap<>();
    private Optional<Instant> again = Optional.empty();
    private Optional<Attempt> attempt = Optional.empty();

    Step(Happening.Entered entered, Instant at, State state) {
        this.entered = entered;
        this.at = at;
        this.state = state;
    }

    /** A task that was scheduled and has not come to its end. */
    record Attempt(
            Happening.Scheduled scheduled,
            Instant at,
            Instant beatenAt,
            boolean submitted,
            Optional<Happening.Outcome> answer) {

        Attempt submit(Instant now) {
            return new Attempt(scheduled, at, now, true, answer);
        }

        Attempt beat(Instant now) {
            return new Attempt(scheduled, at, now, submitted, answer);
        }

        Attempt answer(Happening.Outcome outcome) {
            return new Attempt(scheduled, at, beatenAt, submitted, Optional.of(outcome));
        }
    }

    /** Takes what happened to this very step. */
    void apply(Event event) {
        switch (event.what()) {
            case Happening.Scheduled scheduled ->
                attempt = Optional.of(new Attempt(scheduled, event.at(), event.at(), false, Optional.empty()));
            case Happening.Submitted _ -> attempt = attempt.map(some -> some.submit(event.at()));
            case Happening.Beaten _ -> attempt = attempt.map(some -> some.beat(event.at()));
            case Happening.Answered(Place _, var outcome) -> attempt = attempt.map(some -> some.answer(outcome));
            case Happening.Failed(Place _, Fault _, var tried) -> tried.ifPresent(this::tryAgain);
            case Happening.Entered _, Happening.Exited _, Happening.Succeeded _, Happening.Broken _ -> {}
        }
    }

    private void tryAgain(Happening.Again some) {
        retriers.add(some.retrier());
        again = Optional.of(some.at());
        attempt = Optional.empty();
        children.clear();
    }

    Place place() {
        return entered.place();
    }

    String name() {
        return entered.state();
    }

    Json input() {
        return entered.input();
    }

    Instant enteredAt() {
        return at;
    }

    State state() {
        return state;
    }

    Optional<Instant> again() {
        return again;
    }

    Optional<Attempt> attempt() {
        return attempt;
    }

    /** How often it was tried before. */
    int tries() {
        return retriers.size();
    }

    /** How often this retrier has had it tried. */
    int tries(int retrier) {
        return Math.toIntExact(retriers.stream().filter(some -> some == retrier).count());
    }

    SortedMap<Integer, Sequence> children() {
        return children;
    }
}
