package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** What stands behind a name that ends in {@code .$}: a path, or a function over paths and constants. */
sealed interface Expression permits Path, Expression.Constant, Expression.Call {
    Json evaluate(Scope scope);

    static Expression of(String text) {
        return text.startsWith("$") ? Path.of(text) : new CallReader(text).read();
    }

    record Constant(Json value) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            return value;
        }
    }

    record Call(Intrinsic function, List<Expression> arguments) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            return function.apply(
                    arguments.stream().map(argument -> argument.evaluate(scope)).toList());
        }
    }
}
