package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.Logins;
import dev.quarterdeck.local.client.OverHttp;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck logout}. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Ends the session that 'login' began.",
        parameterListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck logout https://hub.example.com")
final class LogoutCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "the hub's address (default: QUARTERDECK_HUB)")
    private Optional<String> url = Optional.empty();

    LogoutCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        HubAddress meant = new HubAddress();
        meant.hub = url;
        URI hub = meant.of(shell.env())
                .orElseThrow(() -> Refusal.usage("no hub is named: give the URL that you logged in at"));
        var logins = new Logins(shell.home());
        Logins.Login login =
                logins.at(hub).orElseThrow(() -> Refusal.usage("nobody has logged in at %s from here".formatted(hub)));
        logins.forget(hub); // first: whatever the hub answers, this machine no longer has the token
        try (var client = new HubClient(new OverHttp(hub, Optional.of(login.token())))) {
            client.delete("/api/sessions/current");
        }
        shell.out().println("Signed out at " + hub);
        return ExitCode.COMPLETE.number();
    }
}
