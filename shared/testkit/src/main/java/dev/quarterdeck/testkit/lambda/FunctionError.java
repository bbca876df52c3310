package dev.quarterdeck.testkit.lambda;

import java.io.Serial;

/** What a function told Lambda instead of an answer. */
public final class FunctionError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    FunctionError(String told) {
        super(told);
    }
}
