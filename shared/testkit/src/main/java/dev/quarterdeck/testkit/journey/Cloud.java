package dev.quarterdeck.testkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.RoleSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** AWS for these tests: moto, a hub account with its broker role, and as many accounts as anybody asks for. */
public final class Cloud implements AutoCloseable {
    public static final String REGION = "us-east-1";
    public static final String HUB = "123456789012";
    public static final String BROKER = "arn:aws:iam::" + HUB + ":role/quarterdeck-broker";

    public final AwsClient api;
    public final TypeCatalog types = TypeCatalog.shipped();
    private final MotoServer moto = MotoServer.start();
    private final Access anyone = access(HUB, "AKIAIOSFODNN7SEEDER0", "seed");
    private final Access user;

    public Cloud() {
        api = EmulatorClient.at(moto.endpoint(), AwsClient.Catalog.shipped());
        ask(anyone, "iam", "CreateUser", Map.of("UserName", "starter"));
        put(
                anyone,
                "PutUserPolicy",
                "UserName",
                "starter",
                allow(List.of("sts:*", "organizations:Describe*", "organizations:List*", "cloudformation:List*")));
        ask(
                anyone,
                "iam",
                "CreateRole",
                Map.of("RoleName", "quarterdeck-broker", "AssumeRolePolicyDocument", trusting(HUB)));
        put(
                anyone,
                "PutRolePolicy",
                "RoleName",
                "quarterdeck-broker",
                allow(List.of("sts:AssumeRole", "sts:SetSourceIdentity")));
        user = keys(HUB, "starter");
    }

    /** The hub's hand: sessions of the broker role. */
    public HubSide broker() {
        var session = RoleSession.of(BROKER, "broker", Optional.empty());
        var role = new AssumedRole(api, new AssumedRole.Source(user, REGION), session, Clock.systemUTC());
        var assumer = Assumer.of(Assumer.Kind.BROKER, BROKER, Optional.empty());
        return new HubSide(new Hand(assumer, REGION), own(new Access("aws", HUB, role)));
    }

    /** On a laptop: the user's own credentials. */
    public HubSide person() {
        var assumer = Assumer.of(Assumer.Kind.PERSON, "arn:aws:iam::" + HUB + ":user/starter", Optional.empty());
        return new HubSide(new Hand(assumer, REGION), own(user));
    }

    /** The same user's credentials, as a shell has them. */
    public Map<String, String> personsEnvironment() {
        var credentials = user.credentials().resolveCredentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID", credentials.accessKeyId(), "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    }

    /** A session of the broker role, as Lambda gives it to the broker's function. */
    public Map<String, String> brokersEnvironment() {
        var session =
                (AwsSessionCredentials) broker().own().access().credentials().resolveCredentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID", session.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", session.secretAccessKey(),
                "AWS_SESSION_TOKEN", session.sessionToken());
    }

    /** Whom accounts trust, and the credentials behind it. */
    public record HubSide(Hand hand, OwnCredentials own) {
        public Assumer assumer() {
            return hand.assumer();
        }
    }

    private OwnCredentials own(Access access) {
        return new OwnCredentials(api, access, REGION, Clock.systemUTC());
    }

    /** What an account's owner does, with all rights; while they do it nobody is checked. */
    public void asOwner(AccountId account, Work work) {
        moto.permitAll();
        var session = RoleSession.of("arn:aws:iam::%s:role/owner".formatted(account), "owner", Optional.empty());
        var role = new AssumedRole(api, new AssumedRole.Source(anyone, REGION), session, Clock.systemUTC());
        work.with(new Owner(this, new Access("aws", account.value(), role)));
        moto.enforce();
    }

    /** What the hub's own account is made to hold, unchecked. */
    public Fields asHub(String service, String operation, Map<String, ?> input) {
        moto.permitAll();
        Fields answer = ask(anyone, service, operation, input);
        moto.enforce();
        return answer;
    }

    public String endpoint() {
        return moto.endpoint().toString();
    }

    public interface Work {
        void with(Owner owner);
    }

    public Fields ask(Access access, String service, String operation, Map<String, ?> input) {
        var answer = new JsonBuilder();
        assertThat(api.call(Call.of(service, operation, input, access, REGION), answer))
                .as("%s %s", service, operation)
                .isInstanceOf(Answer.Done.class);
        return Fields.of(answer.value() instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    }

    public void put(Access access, String operation, String kind, String name, Json.Obj policy) {
        ask(access, "iam", operation, Map.of(kind, name, "PolicyName", "rights", "PolicyDocument", policy.text()));
    }

    private Access keys(String account, String userName) {
        Fields key = ask(anyone, "iam", "CreateAccessKey", Map.of("UserName", userName))
                .object("AccessKey");
        return access(account, key.text("AccessKeyId"), key.text("SecretAccessKey"));
    }

    static Access access(String account, String id, String secret) {
        return new Access("aws", account, StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)));
    }

    public static Json.Obj allow(List<String> actions) {
        return document(new Members()
                .put("Effect", "Allow")
                .put("Action", actions)
                .put("Resource", "*")
                .json());
    }

    public static Json.Obj document(Json.Obj... statements) {
        return new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(List.of(statements)))
                .json();
    }

    static String trusting(String principal) {
        return document(new Members()
                        .put("Effect", "Allow")
                        .put("Principal", new Members().put("AWS", principal))
                        .put("Action", "sts:AssumeRole")
                        .json())
                .text();
    }

    @Override
    public void close() {
        api.close();
        moto.close();
    }
}
