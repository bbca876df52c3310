package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.Authorization.Grant;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.identity.Act;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as handlers see it: held to the contract, with its caller known and allowed. */
public final class Call {
    private static final Pattern VERSION = Pattern.compile("\"v([0-9]{1,18})\"");

    private final Operation operation;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Json body;
    private final Sender sender;
    private final Optional<Grant> grant;

    Call(Operation operation, Map<String, String> path, Map<String, String> query, Sender sender) {
        this(operation, path, query, Json.Obj.EMPTY, sender, Optional.empty());
    }

    private Call(
            Operation operation,
            Map<String, String> path,
            Map<String, String> query,
            Json body,
            Sender sender,
            Optional<Grant> grant) {
        this.operation = operation;
        this.path = Map.copyOf(path);
        this.query = Map.copyOf(query);
        this.body = body;
        this.sender = sender;
        this.grant = grant;
    }

    Call with(Json read) {
        return new Call(operation, path, query, read, sender, grant);
    }

    Call allowed(Grant given) {
        return new Call(operation, path, query, body, sender, Optional.of(given));
    }

    /** From where and as whom a request came. */
    public record Sender(Origin origin, Headers headers, Optional<Caller> caller) {}

    public Operation operation() {
        return operation;
    }

    public String path(String name) {
        return Optional.ofNullable(path.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the path has no '%s'".formatted(name)));
    }

    /** What stands in all of the path's holes. */
    Map<String, String> paths() {
        return new TreeMap<>(path);
    }

    /** All query parameters but the cursor: what was asked for. */
    Map<String, String> filters() {
        var filters = new TreeMap<>(query);
        filters.remove("cursor");
        return filters;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The body's members; an empty object where there is no body. */
    public Json.Obj body() {
        return body instanceof Json.Obj members ? members : Json.Obj.EMPTY;
    }

    public Sender sender() {
        return sender;
    }

    public Origin origin() {
        return sender.origin();
    }

    /** The caller with the right by which this call goes on: what use cases are given and records name. */
    public Act act() {
        return new Act(caller(), origin(), right().by());
    }

    /** How much of a list the caller sees. */
    public Sight sight() {
        return right().sight();
    }

    private Grant right() {
        return grant.orElseThrow(
                () -> new IllegalStateException(operation.id() + " is open: nobody was allowed anything"));
    }

    public Caller caller() {
        return sender.caller()
                .orElseThrow(() -> new FailureException(new Failure.Unauthenticated("nobody is signed in")));
    }

    /** The version that the caller read and means to change (If-Match). */
    public long version() {
        String given = sender.headers()
                .one("If-Match")
                .orElseThrow(() -> new FailureException(
                        Failure.invalid("If-Match", "is missing; send the ETag of what you read")));
        Matcher version = VERSION.matcher(given);
        if (!version.matches()) {
            throw new FailureException(Failure.invalid("If-Match", "must be an ETag of this hub, such as \"v3\""));
        }
        return Long.parseLong(version.group(1));
    }
}
