package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Capabilities;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was tried on an account's connection, how each step ended, and what it comes to. */
public record Proof(AccountId account, Instant at, List<Step> steps, Trial.Verdict verdict, Found found) {
    public Proof {
        steps = List.copyOf(steps);
    }

    /** What the proof learned besides: the regions, what the hub can do there, and the trust policy as it is. */
    public record Found(SortedSet<String> regions, Capabilities capabilities, Optional<Json.Obj> trust) {
        public static final Found NOTHING = new Found(new TreeSet<>(), Capabilities.NONE, Optional.empty());

        public Found {
            regions = new TreeSet<>(regions);
        }
    }

    /** The step of this name; the first one where it was tried of several roles or services. */
    public Step step(Step.Name name) {
        return steps.stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the proof has no step '%s'".formatted(name.word())));
    }
}
