package dev.quarterdeck.infra;

import com.fasterxml.jackson.databind.JsonNode;

/** What calls a function. */
sealed interface Trigger {
    /** Every operation of the API's contract that no function names. */
    record Routes() implements Trigger {}

    /** One operation of the API's contract. */
    record Operation(String id) implements Trigger {}

    /** Another function, which waits for the answer. */
    record Caller(String function) implements Trigger {}

    /** A person, with the right to call functions in the hub's account. */
    record Hand() implements Trigger {}

    /** A schedule. */
    record Every(int minutes) implements Trigger {}

    /** The table's stream: rows that come into partitions whose names begin so. */
    record Rows(String prefix) implements Trigger {}

    /** A step of a workflow, by the name that the definition gives it. */
    record Task(String name) implements Trigger {}

    static Trigger of(JsonNode node) {
        if (node.has("routes")) {
            return new Routes();
        }
        if (node.has("operation")) {
            return new Operation(node.path("operation").asText());
        }
        if (node.has("minutes")) {
            return new Every(node.path("minutes").asInt());
        }
        if (node.has("rows")) {
            return new Rows(node.path("rows").asText());
        }
        if (node.has("task")) {
            return new Task(node.path("task").asText());
        }
        return node.has("hand") ? new Hand() : new Caller(node.path("caller").asText());
    }
}
