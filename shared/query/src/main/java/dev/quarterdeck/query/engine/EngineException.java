package dev.quarterdeck.query.engine;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** The engine refused: a fault of ours, unless somebody's own SQL was run. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** What the engine said, without its excerpts of the statement. */
    public String sentence() {
        return String.valueOf(getMessage())
                .lines()
                .takeWhile(line -> !line.startsWith("LINE "))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Whether it was told to stop. */
    public boolean interrupted() {
        return String.valueOf(getMessage()).startsWith("INTERRUPT");
    }
}
