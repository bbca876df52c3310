package dev.quarterdeck.edge.hub;

import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.contract.Contract;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Table;
import java.util.List;
import java.util.function.Supplier;

/** Is the hub alive, can it serve, which build is it, what has it done. */
public final class HubApi {
    private static final Key PROBE = new Key("probe", "probe");
    private static final SecretName PROBED = SecretName.of("probe");
    private static final Json.Obj OK = Json.Obj.EMPTY.with("status", Json.of("ok"));

    private final Build build;
    private final Stores stores;
    private final Contract contract;
    private final Supplier<String> metrics;

    /** {@code metrics} gives the figures of this process in Prometheus' text format. */
    public HubApi(Build build, Stores stores, Contract contract, Supplier<String> metrics) {
        this.build = build;
        this.stores = stores;
        this.contract = contract;
        this.metrics = metrics;
    }

    /** A build by its version, and the hash of the facts about AWS in it. */
    public record Build(String version, String catalog) {}

    /** Without these no request can be served. */
    public record Stores(Table table, Vault vault) {}

    public List<Route> routes() {
        return List.of(
                Route.of("health", _ -> Reply.ok(OK)),
                Route.of("readiness", this::readiness),
                Route.of("version", this::version),
                Route.of("openapi", _ -> Reply.ok(Content.of("application/json", contract.text()))),
                Route.of("metrics", this::metrics));
    }

    private Reply readiness(Call call) {
        stores.table().get(PROBE); // what does not answer throws, and the edge says so
        stores.vault().versions(PROBED);
        return Reply.ok(OK);
    }

    private Reply version(Call call) {
        return Reply.ok(
                Json.Obj.EMPTY.with("version", Json.of(build.version())).with("catalog", Json.of(build.catalog())));
    }

    private Reply metrics(Call call) {
        return Reply.ok(Content.of("text/plain; version=0.0.4; charset=utf-8", metrics.get()));
    }
}
