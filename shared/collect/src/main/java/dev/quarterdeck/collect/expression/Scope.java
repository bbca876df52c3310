package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;

/** What an expression is evaluated in: the resource so far, and what surrounds it. */
public record Scope(Json self, Surroundings around) {

    /** What is known around a resource. */
    public interface Surroundings {
        /** JSON null where there is none. */
        Json variable(Variable variable);

        /** The value of one of the resource's tags; JSON null where it has none of that key. */
        Json tag(String key);

        /** The expression asked the resource for a member that it does not have. */
        default void missed(String member) {}
    }

    /** Whether this very value is the resource, not one that equals it. */
    @SuppressWarnings("ReferenceEquality")
    boolean isSelf(Json value) {
        return value == self;
    }

    /** Nothing around. */
    public static Scope of(Json self) {
        return new Scope(self, Nothing.AROUND);
    }

    private enum Nothing implements Surroundings {
        AROUND;

        @Override
        public Json variable(Variable variable) {
            return Json.Null.VALUE;
        }

        @Override
        public Json tag(String key) {
            return Json.Null.VALUE;
        }
    }
}
