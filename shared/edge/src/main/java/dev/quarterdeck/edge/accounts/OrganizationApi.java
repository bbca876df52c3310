package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.organization.Causes;
import dev.quarterdeck.accounts.organization.Followed;
import dev.quarterdeck.accounts.organization.Following;
import dev.quarterdeck.accounts.organization.Joined;
import dev.quarterdeck.accounts.organization.Joining;
import dev.quarterdeck.accounts.organization.Organizations;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.setup.SettingUp;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Locale;

/** The organization that the hub is in: connected as a whole, its roles spread, its accounts followed. */
final class OrganizationApi {
    private static final int MOST_A_CALL = 25;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Organizations organizations;
    private final Joining joining;
    private final Following following;
    private final SettingUp settingUp;

    OrganizationApi(Organizations organizations, Joining joining, Following following, SettingUp settingUp) {
        this.organizations = organizations;
        this.joining = joining;
        this.following = following;
        this.settingUp = settingUp;
    }

    List<Route> routes() {
        return List.of(
                Route.of("showOrganization", _ -> Reply.ok(json(connected()).json())),
                Route.of("connectOrganization", this::connect),
                Route.of("showStackSet", this::stackSet),
                Route.of("followOrganization", this::follow));
    }

    private Joined connected() {
        return organizations
                .find()
                .orElseThrow(() ->
                        new FailureException(new Failure.Conflict("no organization is connected: connect it first")));
    }

    private Reply connect(Call call) {
        Joining.Look look = joining.look(call.act()::did);
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
        var set = settingUp.stackSet(connected(), flavour, call.query("region").orElse("us-east-1"));
        return call.path("tool").equals("commands")
                ? Reply.ok(Content.of(TEXT, set.commands()))
                : Reply.ok(set.template());
    }

    private Reply follow(Call call) {
        Following.Progress progress = following.follow(MOST_A_CALL, call.act()::did);
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
