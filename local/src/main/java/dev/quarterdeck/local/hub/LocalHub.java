package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Cursors;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Origins;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.wire.AwsApi;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A hub on one machine: the same use cases and the same edge as in the cloud, on a workspace folder. */
public final class LocalHub implements AutoCloseable {
    private final Workspace workspace;
    private final People people;
    private final Surroundings around;
    private final SecureRandom random = new SecureRandom();
    private final String token;

    /** How AWS is reached from here. */
    public record Aws(AwsApi api, Supplier<TypeCatalog> types, Keyring keyring) {}

    /** What the hub is told by whoever runs it. */
    public record Surroundings(HubApi.Build build, Aws aws, SessionRules rules, Clock clock) {}

    private LocalHub(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
        this.people = new People(workspace, around.rules(), random, around.clock());
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.token = "console_" + HexFormat.of().formatHex(secret);
    }

    /** Opens the workspace in this folder, or makes it. */
    public static LocalHub open(Path home, Surroundings around) {
        return new LocalHub(Workspace.open(home, around.clock()), around);
    }

    /** The code for the first administrator, as long as there is none. */
    public Optional<String> setupCode() {
        return people.firstAdmin().code();
    }

    /** With what a command line that can read the workspace shows that it can. */
    public String consoleToken() {
        return token;
    }

    /** The edge as it is reached on a port of the loopback address. */
    public HttpEdge edge(int port, Telemetry telemetry, Supplier<String> metrics) {
        var keys = new WorkspaceKeys(workspace.vault(), random);
        var paging = new Paging(new Cursors(keys.cursors(), random, around.clock()));
        var cookies = Cookies.onLoopback(port);
        List<Route> routes = Stream.of(
                        new HubApi(around.build(), workspace.table(), metrics).routes(),
                        people.routes(cookies, paging),
                        AccountUses.routes(workspace, access(), paging, around.clock()))
                .flatMap(List::stream)
                .toList();
        return HttpEdge.of(
                OpenApi.shipped(),
                routes,
                new ConsoleGate(people.gatekeeper(), token),
                new HttpEdge.Place(Origins.onLoopback(port), cookies),
                new HttpEdge.Ground(workspace.table(), telemetry, around.clock(), random));
    }

    private AccountAccess access() {
        Aws aws = around.aws();
        return new OwnAccess(aws.api(), aws.types(), aws.keyring(), workspace.vault(), around.clock());
    }

    @Override
    public void close() {
        people.recordReads();
        workspace.close();
    }
}
