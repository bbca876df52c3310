package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of a proof under way; each is told as it ends. */
final class Trail {
    private final List<Step> steps = new ArrayList<>();
    private final Consumer<Step> told;

    Trail(Consumer<Step> told) {
        this.told = told;
    }

    void passed(Step.Name name, Optional<String> subject, String sentence) {
        add(new Step(name, subject, new Step.Outcome.Passed(sentence)));
    }

    void notTried(Step.Name name, Optional<String> subject, String why) {
        add(new Step(name, subject, new Step.Outcome.NotTried(why)));
    }

    void failed(Step.Name name, Optional<String> subject, Step.Outcome.Failed why) {
        add(new Step(name, subject, why));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void add(Step step) {
        steps.add(step);
        told.accept(step);
    }

    /** A fault that the account's owner can see without AWS having said anything. */
    static Step.Outcome.Failed fault(String sentence, String cause, Optional<Json> add) {
        return new Step.Outcome.Failed(sentence, cause, Optional.empty(), add);
    }

    static Step.Outcome.Failed fault(String sentence, String cause, Trouble trouble, Optional<Json> add) {
        return new Step.Outcome.Failed(sentence, cause, Optional.of(trouble.message()), add);
    }
}
