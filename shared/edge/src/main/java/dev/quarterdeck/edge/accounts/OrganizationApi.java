package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.organization.Causes;
import dev.quarterdeck.accounts.organization.Followed;
import dev.quarterdeck.accounts.organization.Following;
import dev.quarterdeck.accounts.organization.Joined;
import dev.quarterdeck.accounts.organization.Joining;
import dev.quarterdeck.accounts.organization.Organizations;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.rotation.SeedRotation;
import dev.quarterdeck.accounts.setup.SettingUp;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The organization that the hub is in: connected as a whole, its roles spread, its accounts followed. */
final class OrganizationApi {
    private static final int MOST_A_CALL = 25;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Organizations organizations;
    private final SettingUp settingUp;
    private final Deeds deeds;

    /** What is done with an organization. */
    record Deeds(Joining joining, Following following, SeedRotation rotation) {}

    OrganizationApi(Organizations organizations, SettingUp settingUp, Deeds deeds) {
        this.organizations = organizations;
        this.settingUp = settingUp;
        this.deeds = deeds;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "showOrganization",
                        _ -> Reply.ok(json(organizations.connected()).json())),
                Route.of("connectOrganization", this::connect),
                Route.of("showStackSet", this::stackSet),
                Route.of("followOrganization", this::follow),
                Route.of("rotateOrganization", this::rotate));
    }

    private Reply connect(Call call) {
        Joining.Look look = deeds.joining().look(call.act()::did);
        var changes = look.changes();
        return Reply.ok(json(look.organization())
                .put("accounts", look.active())
                .put("joined", ids(changes.joined()))
                .put("left", ids(changes.left()))
                .put("moved", ids(changes.moved()))
                .put("advice", look.advice())
                .json());
    }

    private Reply stackSet(Call call) {
        Flavour flavour = call.query("flavour").map(Flavour::of).orElse(Flavour.STABLE);
        var set = settingUp.stackSet(
                organizations.connected(), flavour, call.query("region").orElse("us-east-1"));
        return call.path("tool").equals("commands")
                ? Reply.ok(Content.of(TEXT, set.commands()))
                : Reply.ok(set.template());
    }

    private Reply follow(Call call) {
        Following.Progress progress = deeds.following().follow(MOST_A_CALL, since(call), call.act()::did);
        return Reply.ok(new Members()
                .put(
                        "items",
                        Json.of(progress.accounts().stream()
                                .map(OrganizationApi::json)
                                .toList()))
                .put(
                        "causes",
                        Json.of(progress.causes().causes().stream()
                                .map(OrganizationApi::json)
                                .toList()))
                .put("untried", progress.untried())
                .put("since", progress.since())
                .json());
    }

    private static Optional<Instant> since(Call call) {
        try {
            return call.query("since").map(Instant::parse);
        } catch (DateTimeException _) {
            throw new FailureException(Failure.invalid("since", "must be an instant like 2026-01-02T03:04:05Z"));
        }
    }

    private Reply rotate(Call call) {
        SeedRotation.Progress progress = deeds.rotation().rotate(MOST_A_CALL, call.act()::did);
        return Reply.ok(new Members()
                .put("done", progress.done())
                .put("waiting", ids(progress.waiting()))
                .put("untried", progress.untried())
                .json());
    }

    private static Members json(Joined organization) {
        return new Members()
                .put("org_id", organization.id())
                .put("management_account_id", organization.management().value())
                .put("root_id", organization.root())
                .put("connected_at", organization.since());
    }

    private static Json.Obj json(Followed followed) {
        return new Members()
                .put("account_id", followed.account().value())
                .put("name", followed.name())
                .put("stage", word(followed.stage()))
                .put("state", word(followed.state()))
                .maybe("cause", followed.cause())
                .json();
    }

    private static Json.Obj json(Causes.Cause cause) {
        return new Members()
                .put("sentence", cause.sentence())
                .put("accounts", ids(cause.accounts()))
                .json();
    }

    private static List<String> ids(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
