package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.setup.CloudFormation;
import dev.quarterdeck.accounts.setup.Papers;
import dev.quarterdeck.accounts.setup.SettingUp;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account's owner is given to make the roles with, for the tool of their choice. */
final class SetupApi {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Named named;
    private final SettingUp settingUp;

    SetupApi(Named named, SettingUp settingUp) {
        this.named = named;
        this.settingUp = settingUp;
    }

    List<Route> routes() {
        return List.of(named.route("showTemplate", this::template), named.route("showQuickCreate", this::quickCreate));
    }

    private Reply template(Call call) {
        Papers papers = papers(call);
        return switch (call.path("tool")) {
            case "cloudformation" -> Reply.ok(papers.cloudFormation());
            case "terraform" -> Reply.ok(Content.of(TEXT, papers.terraform()));
            case "commands" -> Reply.ok(Content.of(TEXT, papers.commands()));
            case "trust" -> Reply.ok(papers.trust());
            case String other -> throw new FailureException(new Failure.NotFound("tool", other));
        };
    }

    private Reply quickCreate(Call call) {
        String link = CloudFormation.quickCreate(
                papers(call).setup(),
                call.query("template_url").orElseThrow(),
                call.query("region").orElseThrow());
        return Reply.ok(new Members().put("link", link).json());
    }

    private Papers papers(Call call) {
        Flavour flavour = call.query("flavour").map(Flavour::of).orElse(Flavour.STABLE);
        Set<ActFamily> act = call.query("act").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(ActFamily::of)
                .collect(Collectors.toUnmodifiableSet());
        boolean revoker = call.query("revoker").filter("true"::equals).isPresent();
        return settingUp.papers(Named.id(call), flavour, new SettingUp.More(act, revoker));
    }
}
