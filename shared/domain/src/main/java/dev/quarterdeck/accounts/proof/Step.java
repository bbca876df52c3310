package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.kernel.Json;
import java.util.Arrays;
import java.util.Optional;

/** One step of a proof and how it ended. {@code subject} says of what, where there are several: a role, a service. */
public record Step(Name name, Optional<String> subject, Outcome outcome) {
    /** The steps, by the words under which people and programs know them, in the order in which they are tried. */
    public enum Name {
        ENTER("enter", "The role can be assumed with its external id"),
        IDENTITY("identity", "AWS says that this is the account"),
        WITHOUT_EXTERNAL_ID("without-external-id", "The role refuses a call without external id"),
        WRONG_EXTERNAL_ID("wrong-external-id", "The role refuses a wrong external id"),
        ANOTHERS_EXTERNAL_ID("anothers-external-id", "The role refuses another account's external id"),
        TRUST("trust", "The trust policy names the hub and nobody else"),
        DURATION("duration", "Sessions can last as long as configured"),
        BOUNDARY("boundary", "The role is bounded by the hub's permissions boundary"),
        PERMISSIONS("permissions", "The role may read"),
        REGIONS("regions", "The account's regions can be listed"),
        FIRST_RESOURCE("first-resource", "Something in the account was read");

        private final String word;
        private final String title;

        Name(String word, String title) {
            this.word = word;
            this.title = title;
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }

        public static Name of(String word) {
            return Arrays.stream(values())
                    .filter(name -> name.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a step: '%s'".formatted(word)));
        }
    }

    public sealed interface Outcome {
        record Passed(String sentence) implements Outcome {}

        /** {@code error} is AWS's own, if there was one; {@code add} is the policy or statement that mends it. */
        record Failed(String sentence, String cause, Optional<String> error, Optional<Json> add) implements Outcome {}

        record NotTried(String why) implements Outcome {}
    }

    public boolean failed() {
        return outcome instanceof Outcome.Failed;
    }
}
