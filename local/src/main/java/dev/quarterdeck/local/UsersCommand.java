package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck users}: the people whom a hub knows, and what they may do. */
@Command(
        name = "users",
        header = "Lets people into a hub and gives them rights.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck users invite ben                          a code for Ben, good for three days",
            "  quarterdeck users grant ben viewer --everywhere       what Ben may do, and where",
            "  quarterdeck users explain ben account:connect         why Ben may, or may not"
        })
final class UsersCommand extends CommandGroup {
    private final Shell shell;

    private UsersCommand(Shell shell) {
        this.shell = shell;
    }

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new UsersCommand(shell));
        line.addSubcommand(new UsersGrantCommand(shell));
        return line;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Lists everybody whom the hub knows, with their roles.",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck users list")
    int list(@Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            List<Fields> users = hub.all(UserChoice.PATH, Map.of());
            List<Fields> bindings = hub.get("/api/bindings").fields().objects("items");
            desk.list(users, table -> PeopleWords.users(users, bindings, table));
            return done();
        });
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Makes a code by which somebody gets in, or back in after they lost password or authenticator.",
            description = {
                "",
                "Who is invited runs: quarterdeck login HUB --name NAME --invitation CODE",
                "Nobody can do anything yet who was only invited: 'users grant' gives rights."
            },
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {"  quarterdeck users invite ben", "  quarterdeck users invite ben --again"})
    int invite(
            @Parameters(paramLabel = "NAME", description = "by which they will sign in") String name,
            @Option(names = "--again", description = "a new code for somebody who is known") boolean again,
            @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            Fields invited = again
                    ? renewed(hub, name)
                    : hub.post(UserChoice.PATH, new Members().put("name", name).json())
                            .fields();
            desk.show(invited.json(), table -> PeopleWords.invited(invited, table));
            return done();
        });
    }

    private static Fields renewed(HubClient hub, String name) {
        return hub.post(new UserChoice(name).path(hub) + "/invitation", Json.Obj.EMPTY)
                .fields();
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Keeps somebody out: all their sessions end and their keys stop, at once.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck users disable ben")
    int disable(@Mixin UserChoice user, @Mixin HubOptions options) {
        return enable(user, options, false);
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Lets somebody in again who was disabled.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck users enable ben")
    int enable(@Mixin UserChoice user, @Mixin HubOptions options) {
        return enable(user, options, true);
    }

    private int enable(UserChoice user, HubOptions options, boolean enabled) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            var change = new Members().put("enabled", enabled).json();
            Fields now = hub.patch(user.path(hub), change).fields();
            desk.show(now.json(), table -> PeopleWords.users(List.of(now), List.of(), table));
            return done();
        });
    }

    @Command(
            name = "sign-out",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Ends all sessions of somebody.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck users sign-out ben")
    int signOut(@Mixin UserChoice user, @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            hub.delete(user.path(hub) + "/sessions");
            desk.say("Signed out everywhere");
            return done();
        });
    }

    @Command(
            name = "ungrant",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Takes away what 'users grant' gave.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck users ungrant ben-viewer")
    int ungrant(
            @Parameters(paramLabel = "BINDING", description = "as 'users list' shows it") String binding,
            @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            hub.delete("/api/bindings/" + HubClient.segment(binding));
            desk.say("Gone: " + binding);
            return done();
        });
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Says why somebody may do something, or may not.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  quarterdeck users explain ben account:connect",
                "  quarterdeck users explain ben credential:rotate --account 123456789012"
            })
    int explain(
            @Mixin UserChoice user,
            @Parameters(index = "1", paramLabel = "PERMISSION", description = "such as account:connect")
                    String permission,
            @Option(
                            names = "--account",
                            paramLabel = "ID",
                            description = "in this account (default: at the hub itself)")
                    Optional<String> account,
            @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            var question = new Members()
                    .put("permission", permission)
                    .put("user_id", user.find(hub).text("user_id"))
                    .maybe("account_id", account);
            Fields answer = hub.post("/api/explain", question.json()).fields();
            desk.show(answer.json(), table -> PeopleWords.explanation(answer, table));
            return done();
        });
    }

    private static int done() {
        return ExitCode.COMPLETE.number();
    }
}
