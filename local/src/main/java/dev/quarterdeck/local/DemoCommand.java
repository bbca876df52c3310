package dev.quarterdeck.local;

import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.Demo;
import dev.quarterdeck.local.demo.Estate;
import dev.quarterdeck.local.demo.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarterdeck demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Serves a hub of a company that does not exist, to look around in. Needs no AWS account.",
        description = {
            "",
            "Nothing is asked of AWS: the answers are on a tape. Only this machine reaches the hub, and the link that is",
            "printed signs in once. State is kept in a temporary folder and goes when the demo ends."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it was stopped", " 2:it cannot be served from here, and why"},
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck demo", "  quarterdeck demo --port 9000 --keep saltmarsh"})
final class DemoCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--port", paramLabel = "N", description = "serve on this port; 0 takes a free one (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "keep the hub's state in this folder, which must be empty or not there yet")
    private Optional<Path> keep = Optional.empty();

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        check();
        var stopped = new CountDownLatch(1);
        var build =
                new HubApi.Build(Version.number(), shell.knowledge().models().version());
        try (var _ = shell.surroundings().interrupts().during(stopped::countDown);
                Stage stage = Stage.in(keep);
                Demo demo = Demo.begin(stage, build, port, this::line)) {
            tell(demo, stage);
            stopped.await();
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }

    /** Before anything is played: whoever has to choose otherwise should not have to wait for it. */
    private void check() throws IOException {
        if (port < 0 || port > 65_535) {
            throw Refusal.usage("--port: '%d' is not a port: give a number from 0 to 65535".formatted(port));
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // free, as far as one can know
        } catch (IOException e) {
            throw Refusal.usage(
                    "port %d cannot be served on (%s): choose another with --port".formatted(port, e.getMessage()));
        }
        if (keep.isPresent() && Files.exists(keep.get())) {
            refuseWhatIsThere(keep.get());
        }
    }

    private static void refuseWhatIsThere(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Refusal.usage("--keep: '%s' is no folder".formatted(folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw Refusal.usage(
                        "--keep: '%s' is not empty: name a folder that the demo may fill".formatted(folder));
            }
        }
    }

    private void tell(Demo demo, Stage stage) {
        shell.out()
                .printf(
                        "%s, which does not exist: %,d resources in %d accounts, looked at %d times, last on %s%n",
                        Estate.COMPANY,
                        demo.resources(),
                        Estate.MEMBERS.size(),
                        demo.looks().size(),
                        demo.looks().getLast());
        shell.out().println("The demo is served at " + demo.address());
        shell.out().println("Sign in, once, at " + demo.signIn());
        shell.out().println("From another terminal: QUARTERDECK_HOME=%s quarterdeck changes".formatted(stage.folder()));
        shell.out().println(stage.kept() ? "Ctrl-C ends it" : "Ctrl-C ends it, and nothing stays");
        shell.out().flush();
    }

    private void line(Json.Obj line) {
        if (line.get("level").equals(Optional.of(Json.of("ERROR")))) {
            shell.err().println(line.text());
            shell.err().flush();
        }
    }
}
