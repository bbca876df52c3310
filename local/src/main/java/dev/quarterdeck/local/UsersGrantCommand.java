package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck users grant}. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Gives somebody a role, everywhere or in some accounts.",
        description = {
            "",
            "What several options name must hold at once: --unit and --tag mean accounts under that unit with that tag."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck users grant ben viewer --everywhere",
            "  quarterdeck users grant ben operator --account 123456789012 --account 210987654321",
            "  quarterdeck users grant ben operator --environment staging --until 2027-01-31T00:00:00Z"
        })
final class UsersGrantCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private UserChoice user = new UserChoice();

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            description = "viewer, operator, approver, security-admin, admin, or one of your own")
    private String role = "";

    @Option(names = "--everywhere", description = "in all accounts, and at the hub itself")
    private boolean everywhere;

    @Option(names = "--account", paramLabel = "ID", description = "in this account; may be repeated")
    private List<String> accounts = List.of();

    @Option(names = "--unit", paramLabel = "ID", description = "in accounts under this organizational unit or root")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "in accounts with this tag; may be repeated")
    private Map<String, String> tags = Map.of();

    @Option(names = "--environment", paramLabel = "WORD", description = "in accounts that are for this")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--team", paramLabel = "TEAM", description = "in accounts of this team")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "until then, such as 2027-01-31T00:00:00Z (default: for good)")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "what the grant is called (default: the person's name and the role)")
    private Optional<String> id = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    UsersGrantCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Members scope = scope();
        if (scope.json().members().isEmpty()) {
            throw Refusal.usage(
                    "where is missing: give --everywhere, or --account, --unit, --tag, --environment, --team");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> grant(hub, desk, scope));
    }

    private int grant(HubClient hub, HubDesk desk, Members scope) {
        Fields who = user.find(hub);
        var binding = new Members()
                .put("subject", new Members().put("iss", who.text("iss")).put("sub", who.text("sub")))
                .put("role_id", role)
                .put("scope", scope)
                .maybe("until", until);
        String name = id.orElseGet(() -> name(who));
        Fields made = hub.put("/api/bindings/" + HubClient.segment(name), binding.json())
                .fields();
        desk.show(made.json(), table -> PeopleWords.bindings(List.of(made), table));
        return ExitCode.COMPLETE.number();
    }

    private String name(Fields who) {
        String plain = who.text("name")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return (plain.isEmpty() ? who.text("user_id") : plain) + "-" + role;
    }

    private Members scope() {
        if (everywhere && !narrowed().isEmpty()) {
            throw Refusal.usage("--everywhere and %s contradict each other".formatted(String.join(", ", narrowed())));
        }
        var scope = new Members();
        if (everywhere) {
            return scope.put("everywhere", true);
        }
        if (!accounts.isEmpty()) {
            scope.put("accounts", accounts);
        }
        scope.maybe("unit", unit);
        if (!tags.isEmpty()) {
            scope.put("tags", tags);
        }
        return scope.maybe("environment", environment).maybe("team_id", team);
    }

    private List<String> narrowed() {
        var given = new LinkedHashMap<String, Boolean>();
        given.put("--account", !accounts.isEmpty());
        given.put("--unit", unit.isPresent());
        given.put("--tag", !tags.isEmpty());
        given.put("--environment", environment.isPresent());
        given.put("--team", team.isPresent());
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
