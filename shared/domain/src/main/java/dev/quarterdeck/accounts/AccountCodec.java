package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Accounts as JSON: in the table and over the API, in the words of the tables people see. */
public final class AccountCodec {
    /** The members that are an account's description: those that people may change. */
    public static final Set<String> DESCRIPTION = Set.of("name", "owner", "environment", "team_id", "tags", "console");

    private AccountCodec() {}

    public static Json.Obj encode(Account account) {
        var members = new Members().put("account_id", account.id().value());
        describe(account.description(), members);
        place(account.placement(), members);
        members.put("connection", ConnectionCodec.encode(account.connection()));
        StandingCodec.encode(account.standing(), members);
        revise(account.revision(), members);
        return members.json();
    }

    public static Account decode(Json.Obj json) {
        var fields = Fields.of(json);
        return new Account(
                fields.text("account_id", AccountId::new),
                description(fields),
                placement(fields),
                ConnectionCodec.decode(fields.object("connection")),
                StandingCodec.decode(fields),
                revision(fields));
    }

    static void describe(Description description, Members members) {
        members.put("name", description.name())
                .maybe("owner", description.owner())
                .put("environment", description.environment().name())
                .maybe("team_id", description.teamId())
                .put("tags", description.tags())
                .put(
                        "console",
                        new Members()
                                .maybe("start_url", description.console().startUrl())
                                .maybe("permission_set", description.console().permissionSet()));
    }

    /** Without a word about it an account is taken for production. */
    public static Description description(Fields fields) {
        return fields.make(() -> describe(fields));
    }

    private static Description describe(Fields fields) {
        return new Description(
                fields.text("name"),
                fields.maybeText("owner"),
                fields.maybeText("environment", Environment::new).orElse(Environment.PRODUCTION),
                fields.maybeText("team_id"),
                fields.map("tags"),
                fields.maybeObject("console").map(AccountCodec::console).orElse(Console.NONE));
    }

    private static Console console(Fields fields) {
        return fields.make(() -> new Console(fields.maybeText("start_url"), fields.maybeText("permission_set")));
    }

    private static void place(Placement placement, Members members) {
        members.put("partition", placement.partition().id());
        placement
                .organization()
                .ifPresent(organization -> members.put("org_id", organization.orgId())
                        .put("ou_id", organization.ouId())
                        .put("ou_path", organization.ouPath())
                        .put("is_management", organization.management()));
        members.put("regions_enabled", placement.regions());
    }

    private static Placement placement(Fields fields) {
        Optional<Membership> organization = fields.maybeText("org_id")
                .map(id ->
                        new Membership(id, fields.text("ou_id"), fields.text("ou_path"), fields.flag("is_management")));
        return new Placement(
                fields.text("partition", Partition::of), organization, new TreeSet<>(fields.texts("regions_enabled")));
    }

    private static void revise(Revision revision, Members members) {
        members.put("version", revision.version())
                .put("created_at", revision.createdAt())
                .put("changed_at", revision.changedAt());
        revision.deletion()
                .ifPresent(deletion -> members.put("delete_at", deletion.at())
                        .put("status_before", deletion.before().word()));
    }

    private static Revision revision(Fields fields) {
        return new Revision(
                fields.whole("version"),
                fields.instant("created_at"),
                fields.instant("changed_at"),
                fields.maybeInstant("delete_at")
                        .map(at -> new Revision.Deletion(at, fields.text("status_before", Status::of))));
    }
}
