package dev.quarterdeck.local;

import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.client.Logins;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.client.Transport;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.PrettyJson;
import dev.quarterdeck.local.serve.Running;
import dev.quarterdeck.wire.AwsClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Where a command asks its hub and shows the answer. */
final class HubDesk {
    private final Shell shell;
    private final HubAddress address;
    private final Form form;

    HubDesk(Shell shell, HubOptions options) {
        this(shell, options.hub, options.form);
    }

    HubDesk(Shell shell, HubAddress address, Form form) {
        this.shell = shell;
        this.address = address;
        this.form = form;
    }

    /** Does something with the hub that is meant. */
    int with(ToIntFunction<HubClient> work) {
        try (var client = new HubClient(transport())) {
            return work.applyAsInt(client);
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        } catch (Malformed e) {
            throw Refusal.unreadable(
                    "what answers is no hub of this version (%s): look at the address".formatted(e.getMessage()));
        }
    }

    /** The hub's answer as it is, or what is made of it for people to read. */
    void show(Json.Obj answer, Consumer<Columns> table) {
        switch (form) {
            case json -> shell.out().println(PrettyJson.of(answer));
            case csv -> CsvList.print(items(answer), shell.out());
            case ndjson -> items(answer).forEach(item -> shell.out().println(item.text()));
            case table -> print(table);
        }
        shell.out().flush();
    }

    /** What is to be used as it stands: a text, or a JSON document. */
    void print(Json answer) {
        shell.out().println((answer instanceof Json.Str(var text) ? text : PrettyJson.of(answer)).stripTrailing());
        shell.out().flush();
    }

    /** A list, of which the answers' pages are already one. */
    void list(List<Fields> items, Consumer<Columns> table) {
        show(
                Json.Obj.EMPTY.with(
                        "items", Json.of(items.stream().map(Fields::json).toList())),
                table);
    }

    /** Something to know beside the answer, for people only. */
    void say(String sentence) {
        if (form == Form.table) {
            shell.out().println(sentence);
            shell.out().flush();
        }
    }

    private void print(Consumer<Columns> table) {
        var columns = new Columns();
        table.accept(columns);
        columns.lines(shell.screen().width(), shell.screen().outputStyle()).forEach(shell.out()::println);
    }

    private static List<Json.Obj> items(Json.Obj answer) {
        return answer.get("items").isPresent()
                ? Fields.of(answer).objects("items").stream().map(Fields::json).toList()
                : List.of(answer);
    }

    /** Whether somebody runs the hub, so that it does by itself what it is told to do. */
    boolean isServed() {
        return address.of(shell.env()).isPresent() || Running.find(shell.home()).isPresent();
    }

    /** The hub named, else the one that is served from this workspace, else the workspace itself. */
    private Transport transport() {
        return address.of(shell.env())
                .map(this::elsewhere)
                .orElseGet(() -> Running.find(shell.home())
                        .<Transport>map(running -> new OverHttp(running.address(), Optional.of(running.token())))
                        .orElseGet(this::here));
    }

    private Transport elsewhere(URI hub) {
        Logins.Login login = new Logins(shell.home())
                .at(hub)
                .orElseThrow(() -> Refusal.unreadable(
                        "nobody has logged in at %s from here: run 'quarterdeck login %s'".formatted(hub, hub)));
        return new OverHttp(hub, Optional.of(login.token()));
    }

    private Transport here() {
        var wire = address.endpoint.wire(shell, List.of(), Optional.empty());
        AwsClient api = new Line(shell, wire).open(_ -> {});
        try {
            return new InProcess(HubOpening.open(shell, api), api);
        } catch (FailureException e) {
            api.close();
            throw e;
        }
    }
}
