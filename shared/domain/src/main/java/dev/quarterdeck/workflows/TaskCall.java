package dev.quarterdeck.workflows;

import dev.quarterdeck.kernel.Json;
import java.util.Optional;

/**
 * What a task is asked to do. The key is the same when the same step is done again because its result was lost, and
 * another for each retry; a token is there where the workflow waits for whoever answers with it.
 */
public record TaskCall(ExecutionId execution, String key, Json input, Optional<String> token) {}
