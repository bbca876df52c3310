package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.contract.Contract;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.Means;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Policies;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A small API of things behind a real edge: an admin, and a viewer who sees one account of two. It keeps what reached
 * its handlers and what it logged.
 */
final class Things implements Gatekeeper, Telemetry {
    static final String SEEN = "111111111111";
    static final String HIDDEN = "222222222222";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UserId ADMIN = new UserId("local", "admin");
    private static final UserId VIEWER = new UserId("local", "viewer");

    final List<Call> calls = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    /** Done by a handler that changes something when it has done so. */
    Runnable afterwards = () -> {};

    private final Policies policies = new Policies(
            Role.BUILT_IN,
            List.of(
                    new Binding("a", ADMIN, "admin", Scope.Everywhere.VALUE, Period.ALWAYS),
                    new Binding("v", VIEWER, "viewer", new Scope.Accounts(Set.of(SEEN)), Period.ALWAYS)),
            List.of());
    private final HttpEdge edge;

    Things(Table table) {
        edge = HttpEdge.of(
                contract(),
                List.of(
                        Route.of("health", _ -> Reply.ok(Json.Obj.EMPTY)),
                        Route.list("listThings", this::list),
                        Route.of("makeThing", this::make),
                        Route.about("showThing", Things::target, this::show),
                        Route.about("changeThing", Things::target, this::change),
                        Route.of(
                                "makeSecret",
                                call -> keep(
                                        call,
                                        Reply.created(Json.of("s3cret"), "/secrets/1")
                                                .once())),
                        Route.of("breakDown", _ -> {
                            throw new IllegalStateException("password=hunter2");
                        })),
                this,
                new HttpEdge.Place(Origins.onLoopback(8080), Cookies.onLoopback(8080)),
                new HttpEdge.Ground(table, this, CLOCK, new SecureRandom()));
    }

    private static Contract contract() {
        try (InputStream in = Things.class.getResourceAsStream("/things.yaml")) {
            return OpenApi.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse ask(String method, String target, String body, String... headers) {
        var all = Headers.of("Host", "127.0.0.1:8080");
        if (!body.isEmpty()) {
            all = all.with("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            all = all.with(headers[i], headers[i + 1]);
        }
        return send(method, target, all, Body.of(body));
    }

    HttpResponse send(String method, String target, Headers headers, Body body) {
        return edge.handle(new HttpRequest(method, target, headers, body, "127.0.0.1"));
    }

    private static Target target(Call call) {
        String account = call.path("account_id");
        if (!Set.of(SEEN, HIDDEN).contains(account)) {
            throw new FailureException(new Failure.NotFound("account", account));
        }
        return new Target.InAccount(account, List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    private Reply list(Call call) {
        return keep(call, Reply.ok(Json.of(List.of(Json.of("one")))));
    }

    private Reply make(Call call) {
        Reply made = keep(call, Reply.created(Json.of("thing " + calls.size()), "/things/1"));
        afterwards.run();
        return made;
    }

    private Reply show(Call call) {
        return keep(call, Reply.ok(call.body()).version(3));
    }

    private Reply change(Call call) {
        afterwards.run();
        if (call.version() != 3) {
            throw new FailureException(new Failure.Stale("thing", call.path("account_id")));
        }
        return keep(call, Reply.ok(call.body()).version(4));
    }

    private Reply keep(Call call, Reply reply) {
        calls.add(call);
        return reply;
    }

    @Override
    public Optional<Caller> session(String cookie, boolean background) {
        return caller(cookie);
    }

    @Override
    public Optional<Caller> bearer(String token, Origin origin) {
        return caller(token);
    }

    private static Optional<Caller> caller(String name) {
        return Stream.of(ADMIN, VIEWER)
                .filter(user -> user.subject().equals(name))
                .findFirst()
                .map(user -> new Caller(
                        new Principal(user, Set.of(), Optional.empty()),
                        name,
                        new Means.Session("s-" + name, NOW, List.of("pwd"))));
    }

    @Override
    public Decision decide(Caller caller, Permission permission, Target target, Origin origin) {
        return policies.decide(caller.asks(permission, target, NOW));
    }

    @Override
    public Sight sight(Caller caller, Permission permission) {
        return policies.sight(caller.principal(), permission, caller.context(NOW));
    }

    @Override
    public void log(Json.Obj line) {
        log.add(line.text());
    }

    @Override
    public void served(String operation, int status, Duration took) {
        log.add(operation + " " + status);
    }
}
