package dev.quarterdeck.local.demo;

import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.DemoCompany;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.testkit.journey.Owner;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.RoleSession;
import dev.quarterdeck.wire.tape.Tape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Records the demo's tape: with a seeded moto the hub does what the demo's hub will do with the tape. */
final class Recording implements AutoCloseable {
    private static final String PRINCIPAL = "arn:aws:iam::%s:user/%s".formatted(Estate.HUB, Estate.HUB_USER);
    /** What staging's owners do not show the hub: a demo without a gap in its coverage would not be believed. */
    private static final List<String> NOT_SHOWN = List.of("secretsmanager:ListSecrets", "ssm:DescribeParameters");

    /** Owners make the roles on the day before anybody looks. */
    private static final Duration ROLES_BEFORE = Duration.ofDays(1);

    private final MotoServer moto = MotoServer.startWithClock();
    private final DemoClock clock = new DemoClock(Instant.EPOCH);
    private final AwsClient plain = EmulatorClient.at(moto.endpoint(), AwsClient.Catalog.shipped());
    private final Recorder recorder =
            new Recorder(ApacheHttpClient.builder().maxConnections(256).build());
    private final Access seeder = access("AKIAIOSFODNN7SEEDER0", "seed");

    /** The company at each of these instants, after the section of its story that belongs to it. */
    Tape record(Path folder, SequencedMap<Instant, String> story) {
        moto.inventFrom(1);
        var tally = new Tally();
        try (var company = DemoCompany.in(moto)) {
            company.plant(story.firstEntry().getValue());
            clock.moveTo(story.firstEntry().getKey());
            moto.moveTo(clock.instant().minus(ROLES_BEFORE));
            var way = new DemoHub.Way(client(tally), tally, key());
            try (var hub = new DemoHub(new Home(folder), way, new HubApi.Build("recorded", "recorded"), clock)) {
                for (var chapter : story.entrySet()) {
                    tell(chapter, company, hub);
                }
                hub.hub().upkeep(_ -> {}).round();
            }
        }
        return recorder.tape();
    }

    private void tell(Map.Entry<Instant, String> chapter, DemoCompany company, DemoHub hub) {
        int look = recorder.look(chapter.getKey());
        boolean first = look == 1;
        if (!first) {
            moto.permitAll();
            moto.inventFrom(look); // how much was invented for sessions differs from run to run
            company.plant(chapter.getValue());
        }
        clock.moveTo(chapter.getKey());
        moto.enforce();
        if (first) {
            hub.connect(this::letIn);
        }
        moto.moveTo(chapter.getKey());
        hub.look(new Nowhere());
    }

    private AwsClient client(Tally tally) {
        return new AwsClient(
                AwsClient.Catalog.shipped(), EmulatorClient.settings(moto.endpoint()), tally, clock, recorder);
    }

    /** What an account's owner does: makes the role that the hub asked for. */
    private void letIn(Estate.Member member, ExternalId id) {
        recorder.write(id.value(), member.externalIdOnTape());
        moto.permitAll();
        var session = RoleSession.of("arn:aws:iam::%s:role/owner".formatted(member.id()), "owner", Optional.empty());
        var role = new AssumedRole(plain, new AssumedRole.Source(seeder, Estate.REGIONS.getFirst()), session, clock);
        var owner = new Access("aws", member.id().value(), role);
        var assumer = Assumer.of(Assumer.Kind.PERSON, PRINCIPAL, Optional.empty());
        var trust = RoleTrust.of(assumer, ExternalIds.of(id), Optional.empty());
        ask(
                owner,
                "CreateRole",
                Map.of(
                        "RoleName",
                        RoleNames.READ,
                        "AssumeRolePolicyDocument",
                        trust.document().text()));
        putPolicy(owner, "reads", Cloud.allow(Owner.ALL_READS));
        if (member.name().equals("staging")) {
            putPolicy(owner, "not-shown", denying());
        }
        moto.enforce();
    }

    private static Json.Obj denying() {
        return Cloud.document(new Members()
                .put("Effect", "Deny")
                .put("Action", NOT_SHOWN)
                .put("Resource", "*")
                .json());
    }

    private void putPolicy(Access owner, String name, Json.Obj policy) {
        ask(
                owner,
                "PutRolePolicy",
                Map.of("RoleName", RoleNames.READ, "PolicyName", name, "PolicyDocument", policy.text()));
    }

    /** A key of the hub's user, as an environment has it. */
    private Map<String, String> key() {
        Fields key = ask(seeder, "CreateAccessKey", Map.of("UserName", Estate.HUB_USER))
                .object("AccessKey");
        recorder.owns(key.text("AccessKeyId"), Estate.HUB.value());
        var environment = new HashMap<>(Estate.environment());
        environment.put("AWS_ACCESS_KEY_ID", key.text("AccessKeyId"));
        environment.put("AWS_SECRET_ACCESS_KEY", key.text("SecretAccessKey"));
        return environment;
    }

    private Fields ask(Access access, String operation, Map<String, ?> input) {
        var answer = new JsonBuilder();
        var call = Call.of("iam", operation, input, access, Estate.REGIONS.getFirst());
        if (plain.call(call, answer) instanceof Answer.Failure failure) {
            throw new IllegalStateException("%s: %s".formatted(operation, failure));
        }
        return Fields.of(answer.value() instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    }

    private static Access access(String id, String secret) {
        return new Access("aws", "", StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)));
    }

    @Override
    public void close() {
        plain.close();
        moto.close();
    }
}
