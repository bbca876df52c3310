package dev.quarterdeck.local;

import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.demo.Demo;
import dev.quarterdeck.local.demo.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo's company, served by this process and asked from the command line over HTTP, as by its administrator. */
final class ServedDemo implements AutoCloseable {
    private final Path home;
    private final Demo demo;

    private ServedDemo(Path home, Demo demo) {
        this.home = home;
        this.demo = demo;
    }

    static ServedDemo begin(Path folder) {
        Path home = folder.resolve("demo");
        return new ServedDemo(
                home, Demo.begin(Stage.in(Optional.of(home)), new HubApi.Build("test", "test"), 0, _ -> {}));
    }

    /** When the company was looked at. */
    List<Instant> looks() {
        return demo.looks();
    }

    Said run(String... words) {
        return new Cli(home).with("QUARTERDECK_HOME", home.toString()).run(words);
    }

    /** The answer as one document. */
    Fields told(String... words) {
        Said said = run(with("json", words));
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return Fields.of((Json.Obj) Json.parse(said.out()));
    }

    /** The answer's items. */
    List<Fields> items(String... words) {
        return told(words).objects("items");
    }

    /** Somebody who may look at this account and at no other. */
    HubClient viewerOf(String account) {
        Fields invited = told("users", "invite", "Viewer of " + account);
        items("users", "grant", invited.text("user_id"), "viewer", "--account", account);
        try (var nobody = new HubClient(new OverHttp(demo.address(), Optional.empty()))) {
            Json.Obj joining = new Members()
                    .put("name", invited.text("name"))
                    .put("password", "eleven purple wagons")
                    .put("as", "token")
                    .put("invitation_code", invited.text("invitation_code"))
                    .json();
            String token = nobody.post("/api/join", joining).fields().text("token");
            return new HubClient(new OverHttp(demo.address(), Optional.of(token)));
        }
    }

    private static String[] with(String form, String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--output", form)).toArray(String[]::new);
    }

    @Override
    public void close() {
        demo.close();
    }
}
