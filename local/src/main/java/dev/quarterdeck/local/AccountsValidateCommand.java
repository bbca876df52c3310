package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.PrettyJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck accounts validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Proves an account's connection, step by step.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:proven, or accepted with the debts that it names",
            " 2:there is no such account, or no session may be made into it",
            " 3:refused: a step failed that must not",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck accounts validate prod")
final class AccountsValidateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsValidateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> validate(hub, desk));
    }

    private int validate(HubClient hub, HubDesk desk) {
        Fields proof = hub.post(account.path(hub) + "/validate", Json.Obj.EMPTY).fields();
        desk.show(proof.json(), table -> {
            table.left("").left("STEP").prose("");
            proof.objects("steps").forEach(step -> table.row(mark(step), name(step), step.text("sentence")));
        });
        proof.objects("steps").stream().filter(AccountsValidateCommand::failed).forEach(step -> explain(step, desk));
        desk.say("%nIt is %s.".formatted(AccountWords.words(proof.text("result"))));
        proof.objects("debts").forEach(debt -> desk.say("  " + debt.text("sentence")));
        boolean refused = proof.text("result").equals("refused");
        return (refused ? ExitCode.GAPS : ExitCode.COMPLETE).number();
    }

    private static void explain(Fields step, HubDesk desk) {
        desk.say("%n%s: %s%nCause: %s.".formatted(name(step), step.text("sentence"), step.text("cause")));
        step.maybeText("error").ifPresent(error -> desk.say("AWS said: " + error));
        step.json().get("add").ifPresent(add -> desk.say("What mends it:%n%s".formatted(PrettyJson.of(add))));
    }

    private static boolean failed(Fields step) {
        return step.text("outcome").equals("failed");
    }

    private static String mark(Fields step) {
        return switch (step.text("outcome")) {
            case "passed" -> "✓";
            case "failed" -> "✗";
            default -> "–";
        };
    }

    private static String name(Fields step) {
        return step.maybeText("subject")
                .map(subject -> step.text("step") + " " + subject)
                .orElse(step.text("step"));
    }
}
