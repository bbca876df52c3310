package dev.quarterdeck.accounts.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.roles.ActRights;
import dev.quarterdeck.accounts.roles.Boundary;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The roles as a CloudFormation template: for one account with its external ids as a parameter, or for a StackSet. */
public final class CloudFormation {
    public static final String STACK = "quarterdeck";
    private static final String IDS = "ExternalIds";
    private static final String BOUNDARY = "Boundary";

    private final RoleSetup setup;

    private CloudFormation(RoleSetup setup) {
        this.setup = setup;
    }

    public static Json.Obj template(RoleSetup setup) {
        return new CloudFormation(setup).template();
    }

    /**
     * The page of the console on which the owner has only to press a button. {@code templateUrl} is where CloudFormation
     * can read the template; that must be in S3.
     */
    public static String quickCreate(RoleSetup setup, String templateUrl, String region) {
        String link =
                "https://%s.console.aws.amazon.com/cloudformation/home?region=%s#/stacks/create/review?templateURL=%s&stackName=%s"
                        .formatted(region, region, encoded(templateUrl), STACK);
        return setup.asks().ids() instanceof Ids.Own(var ids)
                ? link
                        + "&param_%s=%s"
                                .formatted(IDS, encoded(String.join(",", texts(ids.current(), ids.next().stream()))))
                : link;
    }

    private Json.Obj template() {
        var template = new Members()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put(
                        "Description",
                        "The roles by which Quarterdeck reads this account, and acts in it where you let it");
        if (setup.asks().ids() instanceof Ids.Own(var ids)) {
            template.put("Parameters", new Members().put(IDS, parameter(texts(ids.current(), ids.next().stream()))));
        }
        return template.put("Resources", resources())
                .put(
                        "Outputs",
                        new Members()
                                .put(
                                        "ReadRoleArn",
                                        new Members()
                                                .put("Description", "What the hub asks for")
                                                .put("Value", attribute("ReadRole", "Arn"))))
                .json();
    }

    private static Members parameter(List<String> ids) {
        return new Members()
                .put("Type", "CommaDelimitedList")
                .put("Description", "Made by the hub for this account; leave it as it is")
                .put("Default", String.join(",", ids));
    }

    private Members resources() {
        var resources = new Members();
        var policies =
                new ArrayList<Json>(setup.read().attach().stream().map(Json::of).toList());
        setup.read().documents().forEach((name, document) -> {
            String id = logical(name);
            resources.put(id, policy(name, document));
            policies.add(reference(id));
        });
        resources.put("ReadRole", role(RoleNames.READ, new Members().put("ManagedPolicyArns", Json.of(policies))));
        if (!setup.act().isEmpty()) {
            resources.put(BOUNDARY, policy(RoleNames.BOUNDARY, Boundary.document()));
            setup.act().forEach(family -> resources.put(logical(RoleNames.act(family)), actRole(family)));
        }
        if (setup.revoker()) {
            resources.put("RevokerRole", role(RoleNames.REVOKER, inline("revoke", setup.revokerRights())));
        }
        return resources;
    }

    private Members actRole(ActFamily family) {
        return role(
                RoleNames.act(family),
                inline("act", ActRights.document(family)).put("PermissionsBoundary", reference(BOUNDARY)));
    }

    private static Members inline(String name, Json.Obj document) {
        var policy = new Members().put("PolicyName", name).put("PolicyDocument", document);
        return new Members().put("Policies", Json.of(List.of(policy.json())));
    }

    private Members role(String name, Members rights) {
        var tag = new Members()
                .put("Key", RoleNames.VERSION_TAG)
                .put("Value", setup.read().version());
        var properties = new Members()
                .put("RoleName", name)
                .put("AssumeRolePolicyDocument", trust())
                .put("MaxSessionDuration", setup.maximumSeconds())
                .put("Tags", Json.of(List.of(tag.json())));
        rights.json().members().forEach(properties::put);
        return new Members().put("Type", "AWS::IAM::Role").put("Properties", properties);
    }

    private Json.Obj trust() {
        Json ids = switch (setup.asks().ids()) {
            case Ids.Own _ -> reference(IDS);
            case Ids.Seeded(var seeds) ->
                Json.of(texts(seeds.current(), seeds.next().stream()).stream()
                        .map(CloudFormation::ofThisAccount)
                        .toList());
        };
        return RoleTrust.asking(setup.asks().assumer(), ids, setup.asks().orgId())
                .document();
    }

    private static Json.Obj ofThisAccount(String seed) {
        return new Members().put("Fn::Sub", seed + ".${AWS::AccountId}").json();
    }

    private static Members policy(String name, Json.Obj document) {
        return new Members()
                .put("Type", "AWS::IAM::ManagedPolicy")
                .put("Properties", new Members().put("ManagedPolicyName", name).put("PolicyDocument", document));
    }

    private static Json.Obj reference(String id) {
        return new Members().put("Ref", id).json();
    }

    private static Json.Obj attribute(String id, String name) {
        return new Members().put("Fn::GetAtt", List.of(id, name)).json();
    }

    private static List<String> texts(ExternalId one, Stream<ExternalId> more) {
        return Stream.concat(Stream.of(one), more).map(ExternalId::value).toList();
    }

    /** {@code quarterdeck-read-1} is {@code QuarterdeckRead1}. */
    private static String logical(String name) {
        var id = new StringBuilder();
        for (String word : name.split("-", -1)) {
            id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return id.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
