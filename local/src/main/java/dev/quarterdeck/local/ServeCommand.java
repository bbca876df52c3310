package dev.quarterdeck.local;

import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.hub.CompanyFile;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.local.serve.Serving;
import dev.quarterdeck.wire.AwsClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Serves the hub of this workspace, to this machine only.",
        description = {
            "",
            "The hub's state is kept in ~/.quarterdeck (QUARTERDECK_HOME). The first start prints a code with which the",
            "first administrator signs up; it counts until it was used."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it was stopped", " 2:it cannot be served from here, and why"},
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck serve", "  quarterdeck serve --port 9000 --endpoint-url http://127.0.0.1:5555"})
final class ServeCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--port", paramLabel = "N", description = "serve on this port; 0 takes a free one (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--strict",
            description = "sessions of 15 minutes idle and 12 hours in all, three at once, second factor always")
    private boolean strict;

    @Option(
            names = "--company",
            paramLabel = "FILE",
            description = "let people sign in at the company's identity provider, which this file names: issuer,"
                    + " client_id, client_secret (JSON)")
    private Optional<Path> company = Optional.empty();

    @Option(names = "--log", description = "write a line of JSON for each request to standard error")
    private boolean log;

    @Mixin
    private EndpointOptions endpoint = new EndpointOptions();

    ServeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw Refusal.usage("--port: '%d' is not a port: give a number from 0 to 65535".formatted(port));
        }
        var stopped = new CountDownLatch(1);
        var wire = endpoint.wire(shell, List.of(), Optional.empty());
        try (AwsClient api = new Line(shell, wire).open(_ -> {});
                LocalHub hub = HubOpening.open(shell, api, rules(), company.map(CompanyFile::read));
                Serving serving = Serving.start(shell.home(), port, hub, this::line);
                var _ = shell.surroundings().interrupts().during(stopped::countDown)) {
            tell(serving, hub.setupCode());
            stopped.await();
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }

    private SessionRules rules() {
        return strict ? SessionRules.STRICT : SessionRules.DEFAULT;
    }

    private void tell(Serving serving, Optional<String> code) {
        shell.out().println("Quarterdeck is served at " + serving.address());
        code.ifPresentOrElse(
                text -> shell.out().println("The first administrator signs up with the code " + text),
                () -> shell.out().println("Sign in with quarterdeck login " + serving.address()));
        shell.out().println("Ctrl-C ends it");
        shell.out().flush();
    }

    /** What broke is told in any case: answers name a request, and this is where it is found. */
    private void line(Json.Obj line) {
        if (log || line.get("level").equals(Optional.of(Json.of("ERROR")))) {
            shell.err().println(line.text());
            shell.err().flush();
        }
    }
}
