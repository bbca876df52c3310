package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.hub.CompanyFile;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.local.serve.Certificate;
import dev.quarterdeck.local.serve.Listening;
import dev.quarterdeck.local.serve.Serving;
import dev.quarterdeck.wire.AwsClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
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
        header = "Serves the hub of this workspace: to this machine, or over TLS to others.",
        description = {
            "",
            "The hub's state is kept in ~/.quarterdeck (QUARTERDECK_HOME). The first start prints a code with which the",
            "first administrator signs up; it counts until it was used."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it was stopped", " 2:it cannot be served from here, and why"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck serve",
            "  quarterdeck serve --port 9000 --endpoint-url http://127.0.0.1:5555",
            "  quarterdeck serve --host 0.0.0.0 --port 443 --tls-cert hub.pem --tls-key hub.key"
        })
final class ServeCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--port", paramLabel = "N", description = "serve on this port; 0 takes a free one (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "listen on this address of this machine (default: 127.0.0.1); one that other machines reach"
                    + " needs a certificate")
    private String host = "127.0.0.1";

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "show this certificate (PEM, with those that vouch for it); the hub is reached under its names")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", description = "the certificate's private key (PEM)")
    private Optional<Path> key = Optional.empty();

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

    @Option(
            names = "--keep-all",
            paramLabel = "DAYS",
            description = "keep what every scan saw for so many days (default: ${DEFAULT-VALUE})")
    private long keepAll = Retention.USUAL.all().toDays();

    @Option(
            names = "--keep-daily",
            paramLabel = "DAYS",
            description = "keep one state a day, and all changes, for so many (default: ${DEFAULT-VALUE})")
    private long keepDaily = Retention.USUAL.daily().toDays();

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
        Listening where = where();
        var stopped = new CountDownLatch(1);
        var wire = endpoint.wire(shell, List.of(), Optional.empty());
        var tallies = new Tallies();
        try (AwsClient api = new Line(shell, wire).open(tallies);
                LocalHub hub = HubOpening.open(
                        shell, new HubOpening.Client(api, tallies), rules(), company.map(CompanyFile::read));
                Serving serving = Serving.start(shell.home(), where, hub, this::line);
                var _ = shell.surroundings().interrupts().during(stopped::countDown)) {
            tell(serving, hub.setupCode());
            stopped.await();
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }

    private Listening where() {
        InetAddress address = address();
        if (certificate.isPresent() != key.isPresent()) {
            throw Refusal.usage("--tls-cert and --tls-key go together: give both");
        }
        if (certificate.isPresent() && key.isPresent()) {
            return new Listening.Far(address, port, Certificate.read(certificate.get(), key.get()));
        }
        if (!address.isLoopbackAddress()) {
            throw Refusal.usage(
                    "--host: other machines reach '%s', and passwords go there only over TLS: give --tls-cert and --tls-key"
                            .formatted(host));
        }
        return new Listening.Near(port);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw Refusal.usage("--host: '%s' is no address of this machine".formatted(host));
        }
    }

    private LocalHub.Rules rules() {
        if (keepAll < 0 || keepDaily < keepAll) {
            throw Refusal.usage("--keep-daily reaches back at least as far as --keep-all: '%d' and '%d' days do not"
                    .formatted(keepDaily, keepAll));
        }
        return new LocalHub.Rules(
                strict ? SessionRules.STRICT : SessionRules.DEFAULT,
                new Retention(Duration.ofDays(keepAll), Duration.ofDays(keepDaily)),
                true);
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
