package dev.quarterdeck.query.engine;

import java.sql.SQLException;

/** The engine refused: a fault of ours, unless somebody's own SQL was run. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** What the engine said, without its excerpts of the statement. */
    public String sentence() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }
}
