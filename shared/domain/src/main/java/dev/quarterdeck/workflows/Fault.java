package dev.quarterdeck.workflows;

/** Why a task, a state or an execution failed: the name that workflows catch it by, and words for people. */
public record Fault(String error, String cause) {
    /** In a list of errors: any. */
    public static final String ALL = "States.ALL";
    /** In a list of errors: any but {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";

    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String RUNTIME = "States.Runtime";
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    /** The definition does not fit what it met: nothing catches this, and nothing tries it again. */
    public static Fault runtime(String cause) {
        return new Fault(RUNTIME, cause);
    }
}
