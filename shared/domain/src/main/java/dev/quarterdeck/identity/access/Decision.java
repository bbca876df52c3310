package dev.quarterdeck.identity.access;

import java.time.Duration;

/** What the evaluator says, and by which rule. */
public sealed interface Decision {
    /** A short text for the audit record: which rule decided. */
    String reason();

    default boolean allowed() {
        return this instanceof Allowed;
    }

    record Allowed(String binding) implements Decision {
        @Override
        public String reason() {
            return "binding:" + binding;
        }
    }

    sealed interface Denied extends Decision {}

    /** A deny forbids it, whatever is bound. */
    record Forbidden(String deny, String why) implements Denied {
        @Override
        public String reason() {
            return "deny:" + deny;
        }
    }

    /** No binding gives it. */
    record NotGiven() implements Denied {
        static final NotGiven VALUE = new NotGiven();

        @Override
        public String reason() {
            return "no-binding";
        }
    }

    /** An API key was used that does not carry this permission, or a permission that no key can carry. */
    record NotByKey() implements Denied {
        static final NotByKey VALUE = new NotByKey();

        @Override
        public String reason() {
            return "not-by-key";
        }
    }

    /** It is given, but the last sign-in is too long ago for it. */
    record SignInAgain(Duration within) implements Denied {
        @Override
        public String reason() {
            return "sign-in-again";
        }
    }

    /** The question made no sense; the evaluator answers nothing but no to such. */
    record Senseless(String why) implements Denied {
        @Override
        public String reason() {
            return "senseless:" + why;
        }
    }
}
