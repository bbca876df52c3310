package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck changes}. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what became of resources, field by field, the newest first.",
        description = {
            "",
            "Between FROM, when it was last seen as it had been, and UNTIL, when it was seen as it is. What is not found",
            "once is missing; what is not found twice, where somebody looked, is deleted."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck changes --since 2026-01-31T00:00:00Z --kind deleted",
            "  quarterdeck changes --account 111122223333 --type AWS::EC2::SecurityGroup",
            "  quarterdeck changes r1abcdefghijklmnopqrstuvwxyz"
        })
final class ChangesCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "UID", description = "only this resource, also when it is gone")
    private Optional<String> uid = Optional.empty();

    @Option(names = "--account", paramLabel = "ID", description = "only this account")
    private Optional<String> account = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "only this type")
    private Optional<String> type = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "only this region")
    private Optional<String> region = Optional.empty();

    @Option(names = "--kind", paramLabel = "WORD", description = "created, changed, deleted, reappeared or re-made")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--since", paramLabel = "INSTANT", description = "found no earlier")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "INSTANT", description = "found no later")
    private Optional<String> until = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    ChangesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (uid.isPresent()
                && type.or(() -> region)
                        .or(() -> kind)
                        .or(() -> since)
                        .or(() -> until)
                        .isPresent()) {
            throw Refusal.usage("'%s' is one resource: --account is all that narrows its changes".formatted(uid.get()));
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        String path = uid.map(name -> "/api/resources/" + HubClient.segment(name) + "/changes")
                .orElse("/api/changes");
        var changes = new ArrayList<Fields>();
        var unreadable = new ArrayList<Fields>();
        hub.pages(path, filter(), page -> {
            changes.addAll(page.objects("items"));
            unreadable.addAll(page.objects("unreadable"));
        });
        desk.list(changes, table -> ChangeTable.words(changes, table));
        if (changes.isEmpty()) {
            desk.say("No change is known: it takes two scans to see one");
        }
        unreadable.forEach(scan -> shell.err()
                .println("What scan %s of account %s found changed is damaged and cannot be told"
                        .formatted(scan.text("scan_id"), scan.text("account_id"))));
        return (unreadable.isEmpty() ? ExitCode.COMPLETE : ExitCode.GAPS).number();
    }

    private Map<String, String> filter() {
        var filter = new LinkedHashMap<String, String>();
        account.ifPresent(id -> filter.put("account_id", id));
        type.ifPresent(name -> filter.put("type", name));
        region.ifPresent(name -> filter.put("region", name));
        kind.ifPresent(word -> filter.put("kind", word));
        since.ifPresent(at -> filter.put("since", at));
        until.ifPresent(at -> filter.put("until", at));
        return filter;
    }
}
