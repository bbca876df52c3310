package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Describes an account anew, or connects it by another role.",
        description = {
            "",
            "What is not given stays as it is. Whoever changed the account in between is told, not written over. A role",
            "that was changed must be proven again."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts update prod --owner 'payments team' --tag tier=1",
            "  quarterdeck accounts update prod --untag tier --name production"
        })
final class AccountsUpdateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private DescriptionOptions description = new DescriptionOptions();

    @Option(names = "--untag", order = 8, paramLabel = "KEY", description = "take this tag away; can be repeated")
    private List<String> untag = new ArrayList<>();

    @Mixin
    private RoleOptions roles = new RoleOptions();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsUpdateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> update(hub, desk));
    }

    private int update(HubClient hub, HubDesk desk) {
        String path = account.path(hub);
        Answer before = hub.get(path);
        Fields after =
                hub.put(path, wish(before.object()), before.tag().orElseThrow()).fields();
        desk.show(after.json(), table -> AccountWords.sheet(after, table));
        return ExitCode.COMPLETE.number();
    }

    private Json.Obj wish(Json.Obj before) {
        var said = new LinkedHashMap<>(before.members());
        said.keySet().retainAll(AccountCodec.DESCRIPTION);
        Json.Obj wish = without(description.over(new Json.Obj(said)));
        return roles.given() ? wish.with("connection", connection(before)) : wish;
    }

    /** What is not said of the roles is as it was. */
    private Json.Obj connection(Json.Obj before) {
        Json.Obj now =
                before.get("connection").orElse(Json.Obj.EMPTY) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        var members = new Members();
        for (String kept : List.of("role_arn", "session_seconds", "act_roles", "revoker_role_arn")) {
            now.get(kept).ifPresent(value -> members.put(kept, value));
        }
        roles.json().json().members().forEach(members::put);
        return members.json();
    }

    private Json.Obj without(Json.Obj wish) {
        if (untag.isEmpty() || !(wish.get("tags").orElse(Json.Obj.EMPTY) instanceof Json.Obj(var tags))) {
            return wish;
        }
        var left = new LinkedHashMap<>(tags);
        untag.forEach(left::remove);
        return wish.with("tags", new Json.Obj(left));
    }
}
