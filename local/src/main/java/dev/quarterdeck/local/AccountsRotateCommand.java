package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Changes an account's external id or access key for a new one.",
        description = {
            "",
            "Each step is tried before the next, and the old one works until the new one does. A new external id waits for",
            "the account's owner to let the trust policy accept it too ('accounts setup ACCOUNT --as trust'); rotating again",
            "then goes on."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the new one is in use",
            " 2:there is nothing to rotate, or no session may be made",
            " 3:it waits for something, and says for what",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts rotate prod",
            "  quarterdeck accounts rotate prod --every 90",
            "  quarterdeck accounts rotate prod --history"
        })
final class AccountsRotateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description =
                    "let the hub do it by itself, every so many days, 1 to 365 (keys: 30 unless you say otherwise)")
    private OptionalInt every = OptionalInt.empty();

    @Option(names = "--never", description = "let the hub never do it by itself")
    private boolean never;

    @Option(names = "--history", description = "show what came of it so far, newest first")
    private boolean history;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRotateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (Stream.of(every.isPresent(), never, history).filter(it -> it).count() > 1) {
            throw Refusal.usage("give one of --every, --never and --history");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            if (history) {
                return history(hub, desk);
            }
            return every.isPresent() || never ? plan(hub, desk) : rotate(hub, desk);
        });
    }

    private int plan(HubClient hub, HubDesk desk) {
        var wish = new Members();
        every.ifPresent(days -> wish.put("every_days", days));
        Fields plan = hub.put(account.path(hub) + "/rotation-plan", wish.json()).fields();
        desk.show(
                plan.json(),
                table -> table.left("")
                        .prose("")
                        .row(
                                "every",
                                plan.maybeWhole("every_days")
                                        .map("%d days"::formatted)
                                        .orElse("never by itself"))
                        .row("next", plan.maybeText("next_at").orElse("")));
        return ExitCode.COMPLETE.number();
    }

    private int history(HubClient hub, HubDesk desk) {
        List<Fields> rotations = hub.all(account.path(hub) + "/rotations", Map.of());
        desk.list(rotations, table -> {
            table.left("AT").left("BY").left("STATE").prose("WHAT");
            rotations.forEach(one -> table.row(
                    one.text("at"),
                    one.text("by"),
                    one.text("state"),
                    one.maybeText("in_use").or(() -> one.maybeText("waits_for")).orElse("")));
        });
        return ExitCode.COMPLETE.number();
    }

    private int rotate(HubClient hub, HubDesk desk) {
        Fields rotation =
                hub.post(account.path(hub) + "/rotate", Json.Obj.EMPTY).fields();
        boolean done = rotation.text("state").equals("done");
        desk.show(
                rotation.json(),
                table -> table.left("")
                        .prose("")
                        .row(done ? "in use" : "waits for", rotation.text(done ? "in_use" : "waits_for")));
        return (done ? ExitCode.COMPLETE : ExitCode.GAPS).number();
    }
}
