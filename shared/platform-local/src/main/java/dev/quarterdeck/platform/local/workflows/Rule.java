package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** What a choice asks of its input. */
sealed interface Rule {
    boolean holds(Scope scope);

    record All(List<Rule> rules) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return rules.stream().allMatch(rule -> rule.holds(scope));
        }
    }

    record Any(List<Rule> rules) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return rules.stream().anyMatch(rule -> rule.holds(scope));
        }
    }

    record Not(Rule rule) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return !rule.holds(scope);
        }
    }

    /** Whether there is anything at the path, be it null. */
    record Present(Path variable, boolean wanted) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return variable.find(scope).isPresent() == wanted;
        }
    }

    record Is(Path variable, Kind kind, boolean wanted) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return kind.fits(variable.evaluate(scope)) == wanted;
        }
    }

    /** Values of another kind than the comparison's are not compared: it does not hold. */
    record Compares(Path variable, Comparison comparison, Expression to) implements Rule {
        @Override
        public boolean holds(Scope scope) {
            return comparison.holds(variable.evaluate(scope), to.evaluate(scope));
        }
    }

    /** Kinds of values, by the names of the tests for them. */
    enum Kind {
        NULL("IsNull"),
        NUMBER("IsNumeric"),
        TEXT("IsString"),
        TRUTH("IsBoolean"),
        TIME("IsTimestamp");

        private final String test;

        Kind(String test) {
            this.test = test;
        }

        String test() {
            return test;
        }

        boolean fits(Json value) {
            return switch (this) {
                case NULL -> value instanceof Json.Null;
                case NUMBER -> value instanceof Json.Num;
                case TEXT -> value instanceof Json.Str;
                case TRUTH -> value instanceof Json.Bool;
                case TIME -> Comparison.time(value).isPresent();
            };
        }
    }
}
