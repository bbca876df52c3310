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

    /** It is given, but not to what the caller came with: a key without this permission, a sign-in without second factor. */
    record NotThisWay() implements Denied {
        static final NotThisWay VALUE = new NotThisWay();

        @Override
        public String reason() {
            return "not-this-way";
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
