package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.Logins;
import dev.quarterdeck.local.client.OverHttp;
import dev.quarterdeck.local.serve.Running;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck login}. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Signs in to a hub, for the commands that follow.",
        description = {
            "",
            "The session is kept in ~/.quarterdeck (QUARTERDECK_HOME), in a file only you can read; 'logout' ends it.",
            "The hub of this workspace needs no login: whoever can read the workspace may use it."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:signed in", " 2:the command line is wrong", " 4:the hub does not answer, or says no"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck login https://hub.example.com --name ana",
            "  quarterdeck login http://127.0.0.1:8080 --name ana --setup-code CODE",
            "  quarterdeck login https://hub.example.com --name ben --invitation CODE"
        })
final class LoginCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "the hub's address (default: QUARTERDECK_HUB)")
    private Optional<String> url = Optional.empty();

    @Option(names = "--name", order = 1, paramLabel = "NAME", description = "who you are there")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--setup-code",
            order = 2,
            paramLabel = "CODE",
            description =
                    "become the first administrator by the code that 'serve' printed; the password is then yours to choose")
    private Optional<String> setupCode = Optional.empty();

    @Option(
            names = "--invitation",
            order = 3,
            paramLabel = "CODE",
            description = "get in by the code that 'users invite' made for you; the password is then yours to choose")
    private Optional<String> invitation = Optional.empty();

    @Option(
            names = "--code",
            order = 4,
            paramLabel = "CODE",
            description = "what your authenticator shows, if you have one")
    private Optional<String> code = Optional.empty();

    @Option(
            names = "--password-file",
            order = 5,
            paramLabel = "FILE",
            description = "take the password from the first line of this file (default: ask on the terminal)")
    private Optional<Path> passwordFile = Optional.empty();

    LoginCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        HubAddress meant = new HubAddress();
        meant.hub = url;
        Optional<URI> hub = meant.of(shell.env());
        hub.ifPresentOrElse(this::login, this::here);
        shell.out().flush();
        return ExitCode.COMPLETE.number();
    }

    private void here() {
        Running served = Running.find(shell.home())
                .orElseThrow(
                        () -> Refusal.usage(
                                "no hub is named, and none is served from this workspace: give a URL, or run 'quarterdeck serve'"));
        try (var client = new HubClient(new OverHttp(served.address(), Optional.of(served.token())))) {
            String me = client.get("/api/me").fields().text("name");
            shell.out()
                    .println("The hub of this workspace at %s knows you as '%s': no login is needed"
                            .formatted(served.address(), me));
        }
    }

    private void login(URI hub) {
        String who = name.orElseThrow(() -> Refusal.usage("--name is missing: say who you are at " + hub));
        var body = new Members()
                .put("name", who)
                .put(
                        "password",
                        new Typed(shell)
                                .secret("Password", "--password-file", passwordFile)
                                .reveal())
                .put("as", "token")
                .put("device", "quarterdeck " + Version.number())
                .maybe("code", code);
        setupCode.ifPresent(text -> body.put("setup_code", text));
        invitation.ifPresent(text -> body.put("invitation_code", text));
        try (var client = new HubClient(new OverHttp(hub, Optional.empty()))) {
            Fields opened = client.post(door(), body.json()).fields();
            new Logins(shell.home()).keep(hub, new Logins.Login(who, opened.text("token")));
            shell.out().println("Signed in at %s as %s until %s".formatted(hub, who, opened.text("ends_at")));
        }
    }

    private String door() {
        if (setupCode.isPresent() && invitation.isPresent()) {
            throw Refusal.usage("--setup-code and --invitation are two ways in: give one of them");
        }
        return setupCode.isPresent() ? "/api/setup" : invitation.isPresent() ? "/api/join" : "/api/sessions";
    }
}
