package dev.quarterdeck.local;

import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.hub.Intake;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.local.serve.Running;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A workspace that keeps what a scan sees: accounts that it does not know join, and at the end all is published. */
final class Book implements AutoCloseable {
    private final String scan;
    private final HubClient client;
    private final LookWriter looks;
    private final Map<String, String> refused = new TreeMap<>();

    private Book(String scan, HubClient client, LookWriter looks) {
        this.scan = scan;
        this.client = client;
        this.looks = looks;
    }

    /** Nothing where no hub was made yet. Where one is being served it is handed what was seen. */
    static Optional<Book> open(Shell shell, AwsApi api, String scan, Targets targets) {
        if (!Files.exists(shell.home().table())) {
            return Optional.empty();
        }
        Book book = Running.find(shell.home())
                .map(running -> beside(running, shell.home(), scan, targets))
                .orElseGet(() -> here(shell, api, scan, targets));
        book.join(targets)
                .forEach((account, why) ->
                        shell.err().println("note: account %s is scanned and not kept: %s".formatted(account, why)));
        return Optional.of(book);
    }

    private static Book beside(Running running, Home home, String scan, Targets targets) {
        var client = new HubClient(new OverHttp(running.address(), Optional.of(running.token())));
        return new Book(scan, client, Intake.beside(home, scan, targets.labels()));
    }

    private static Book here(Shell shell, AwsApi api, String scan, Targets targets) {
        LocalHub hub = HubOpening.open(shell, api);
        var client = new HubClient(new InProcess(hub, () -> {}));
        return new Book(scan, client, hub.intake().begin(scan, targets.labels()));
    }

    /** What is kept of an account is kept under its name, so it needs one. Tells which may not join, and why. */
    private Map<String, String> join(Targets targets) {
        Json wishes = Json.of(targets.connections().entrySet().stream()
                .map(entry -> wish(entry.getKey(), targets.labels(), entry.getValue()))
                .toList());
        Fields answer = client.post(AccountChoice.PATH + "/import", Json.Obj.EMPTY.with("accounts", wishes))
                .fields();
        for (Fields one : answer.objects("items")) {
            if (one.text("outcome").equals("refused")) {
                refused.put(one.text("account_id"), one.maybeText("why").orElse(""));
            }
        }
        return refused;
    }

    private static Json.Obj wish(String account, Map<String, Label> labels, Members connection) {
        Label label = labels.getOrDefault(account, Label.NONE);
        return new Members()
                .put("account_id", account)
                .put("name", label.name().orElse(account))
                .put("connection", connection)
                .json();
    }

    LookWriter looks() {
        return looks;
    }

    /** Publishes all that was seen, and says how many resources changed. */
    long publish() throws IOException {
        long changes = 0;
        List<Look> seen = looks.finish().stream()
                .filter(look -> !refused.containsKey(look.account().value()))
                .toList();
        for (Look look : seen) {
            changes += publish(look, !look.equals(seen.getLast()));
        }
        return changes;
    }

    private long publish(Look look, boolean more) {
        Json.Obj seen = new Members()
                .put("scan_id", scan)
                .put("look", look.json())
                .put("more", more)
                .json();
        Fields changes = client.post(AccountChoice.PATH + "/" + look.account() + "/looks", seen)
                .fields()
                .object("changes");
        return changes.json().members().keySet().stream()
                .mapToLong(changes::whole)
                .sum();
    }

    @Override
    public void close() {
        try (client) {
            looks.close();
        } catch (IOException e) {
            throw Refusal.usage("temporary files cannot be removed (%s)".formatted(Refusal.why(e)));
        }
    }
}
