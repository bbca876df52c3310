package dev.quarterdeck.testkit.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The launcher's judge of trust policies: what AWS lets in comes in, all else stays out. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class TrustIT {
    private static final String HUB = "123456789012";
    private static final String MEMBER = "111122223333";
    private static final String STRANGER = "444455556666";
    private static final String USER = "arn:aws:iam::" + HUB + ":user/hub";
    private static final String HUB_ROLE = "arn:aws:iam::" + HUB + ":role/hub";
    private static final String SESSION = "arn:aws:sts::" + HUB + ":assumed-role/hub/at-work";
    private static final Map<String, String> WITH_ID = Map.of("ExternalId", "tidewater-7");

    private static final String OWN_ORGANIZATION = "arn:aws:iam::" + MEMBER + ":role/own-organization";

    private static MotoServer moto;
    private static AwsApi api;
    private static Access user;
    private static Access session;

    /** A trust policy, what the caller says, and whether it comes in. */
    record Case(String name, String trust, Map<String, String> says, boolean allowed) {
        String roleName() {
            return "r" + Integer.toHexString(name.hashCode());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> ofTheUser() {
        return Stream.of(
                allows("the user's ARN", trust(aws(USER), "{}"), Map.of()),
                allows("one of a list", trust(aws(SESSION + "\",\"" + USER), "{}"), Map.of()),
                allows("the account's root", trust(aws("arn:aws:iam::" + HUB + ":root"), "{}"), Map.of()),
                allows("the account's id", trust(aws(HUB), "{}"), Map.of()),
                allows("everybody", trust("\"*\"", "{}"), Map.of()),
                allows("an id that nobody asked for", trust(aws(USER), "{}"), WITH_ID),
                allows("the right external id", trust(aws(USER), externalId("StringEquals", "tidewater-7")), WITH_ID),
                allows(
                        "one external id of two",
                        trust(aws(USER), externalId("StringEquals", "old\",\"tidewater-7")),
                        WITH_ID),
                allows("a pattern of external ids", trust(aws(USER), externalId("StringLike", "tidewater-?")), WITH_ID),
                allows(
                        "a key in other letters",
                        trust(aws(USER), "{\"StringEquals\":{\"STS:externalid\":\"tidewater-7\"}}"),
                        WITH_ID),
                allows(
                        "the session's name",
                        trust(aws(USER), "{\"StringEquals\":{\"sts:RoleSessionName\":\"at-work\"}}"),
                        Map.of()),
                denies("another principal", trust(aws("arn:aws:iam::" + HUB + ":user/other"), "{}"), Map.of()),
                denies("a stranger's account", trust(aws(STRANGER), "{}"), Map.of()),
                denies("a service alone", trust("{\"Service\":\"ec2.amazonaws.com\"}", "{}"), Map.of()),
                denies("the wrong external id", trust(aws(USER), externalId("StringEquals", "tidewater-8")), WITH_ID),
                denies("no external id", trust(aws(USER), externalId("StringEquals", "tidewater-7")), Map.of()),
                denies(
                        "an external id with wildcards under StringEquals",
                        trust(aws(USER), externalId("StringEquals", "tidewater-*")),
                        WITH_ID),
                denies(
                        "another session's name",
                        trust(aws(USER), "{\"StringEquals\":{\"sts:RoleSessionName\":\"else\"}}"),
                        Map.of()),
                denies(
                        "another organization",
                        trust(aws(USER), "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-other\"}}"),
                        Map.of()),
                denies(
                        "an operator that is not understood",
                        trust(aws(USER), externalId("StringEqualsIgnoreCase", "tidewater-7")),
                        WITH_ID),
                denies(
                        "a key that is not understood",
                        trust(aws(USER), "{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}"),
                        Map.of()),
                denies(
                        "a source identity that may not be set",
                        trust(aws(USER), "{}"),
                        Map.of("SourceIdentity", "someone")),
                new Case(
                        "a source identity that may be set",
                        trust(
                                "Allow",
                                aws(USER),
                                "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]",
                                "{\"StringLike\":{\"sts:SourceIdentity\":\"some*\"}}"),
                        Map.of("SourceIdentity", "someone"),
                        true),
                denies(
                        "a Deny beside the Allow",
                        both(
                                trust(aws(USER), "{}"),
                                trust("Deny", aws(HUB), "\"sts:*\"", externalId("StringEquals", "tidewater-7"))),
                        WITH_ID),
                allows(
                        "a Deny of others beside the Allow",
                        both(trust(aws(USER), "{}"), trust("Deny", aws(STRANGER), "\"sts:*\"", "{}")),
                        Map.of()));
    }

    static Stream<Case> ofTheSession() {
        return Stream.of(
                allows("the session's ARN", trust(aws(SESSION), "{}"), Map.of()),
                allows("the role's ARN", trust(aws(HUB_ROLE), "{}"), Map.of()),
                denies("a user's ARN", trust(aws(USER), "{}"), Map.of()),
                denies(
                        "the wrong external id for a session",
                        trust(aws(HUB_ROLE), externalId("StringEquals", "no")),
                        WITH_ID));
    }

    @BeforeAll
    static void prepare() {
        moto = MotoServer.start();
        api = EmulatorClient.at(moto.endpoint(), EmulatorClient.sourceCatalog());
        var anyone = access(HUB, AwsBasicCredentials.create("AKIAIOSFODNN7SEEDER0", "seed"));
        var hub = new Site(api, anyone, Tenant.at(0, HUB), "us-east-1");
        hub.ask("iam", "CreateUser", Map.of("UserName", "hub"));
        hub.ask(
                "iam",
                "PutUserPolicy",
                Map.of(
                        "UserName",
                        "hub",
                        "PolicyName",
                        "enter",
                        "PolicyDocument",
                        Policies.allowing("sts:AssumeRole")));
        hub.ask(
                "iam",
                "CreateRole",
                Map.of("RoleName", "hub", "AssumeRolePolicyDocument", document(trust(aws(HUB), "{}"))));
        hub.ask(
                "iam",
                "PutRolePolicy",
                Map.of(
                        "RoleName",
                        "hub",
                        "PolicyName",
                        "enter",
                        "PolicyDocument",
                        Policies.allowing("sts:AssumeRole")));
        var member = new Site(
                api,
                assume(anyone, "arn:aws:iam::" + MEMBER + ":role/any", Map.of()),
                Tenant.at(1, MEMBER),
                "us-east-1");
        Stream.concat(ofTheUser(), ofTheSession())
                .forEach(one -> member.ask(
                        "iam",
                        "CreateRole",
                        Map.of("RoleName", one.roleName(), "AssumeRolePolicyDocument", document(one.trust()))));
        String organization =
                hub.ask("organizations", "CreateOrganization", Map.of()).text("Organization.Id");
        member.ask(
                "iam",
                "CreateRole",
                Map.of(
                        "RoleName",
                        "own-organization",
                        "AssumeRolePolicyDocument",
                        document(trust(
                                aws(USER),
                                "{\"StringEquals\":{\"aws:PrincipalOrgID\":\"%s\"}}".formatted(organization)))));
        var key = hub.ask("iam", "CreateAccessKey", Map.of("UserName", "hub"));
        user = access(
                HUB,
                AwsBasicCredentials.create(key.text("AccessKey.AccessKeyId"), key.text("AccessKey.SecretAccessKey")));
        session = assume(user, HUB_ROLE, Map.of());
        moto.enforce();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @ParameterizedTest
    @MethodSource("ofTheUser")
    void judgesTheUser(Case one) {
        assertThat(enters(user, one)).isEqualTo(one.allowed());
    }

    @ParameterizedTest
    @MethodSource("ofTheSession")
    void judgesTheSession(Case one) {
        assertThat(enters(session, one)).isEqualTo(one.allowed());
    }

    @Test
    void knowsTheCallersOrganization() {
        assertThat(ask(user, OWN_ORGANIZATION, Map.of(), new ReplySink())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void findsNoRoleWhereThereIsNone() {
        assertThat(ask(user, "arn:aws:iam::" + MEMBER + ":role/absent", Map.of(), new ReplySink()))
                .isInstanceOf(Answer.Denied.class);
        assertThat(ask(user, "arn:aws:iam::" + STRANGER + ":role/any", Map.of(), new ReplySink()))
                .isInstanceOf(Answer.Denied.class);
    }

    private static boolean enters(Access caller, Case one) {
        var sink = new ReplySink();
        return switch (ask(caller, "arn:aws:iam::" + MEMBER + ":role/" + one.roleName(), one.says(), sink)) {
            case Answer.Done _ ->
                sink.reply().text("AssumedRoleUser.Arn").startsWith("arn:aws:sts::" + MEMBER + ":assumed-role/");
            case Answer.Denied _ -> false;
            case Answer.Failure failure -> throw new AssertionError(failure);
        };
    }

    private static Access assume(Access caller, String role, Map<String, String> says) {
        var sink = new ReplySink();
        assertThat(ask(caller, role, says, sink)).isInstanceOf(Answer.Done.class);
        var keys = sink.reply();
        return access(
                role.split(":", -1)[4],
                AwsSessionCredentials.create(
                        keys.text("Credentials.AccessKeyId"),
                        keys.text("Credentials.SecretAccessKey"),
                        keys.text("Credentials.SessionToken")));
    }

    private static Answer ask(Access caller, String role, Map<String, String> says, ReplySink sink) {
        var input = new HashMap<String, Object>(says);
        input.putAll(Map.of("RoleArn", role, "RoleSessionName", "at-work"));
        return api.call(Call.of("sts", "AssumeRole", input, caller, "eu-west-1"), sink);
    }

    private static Access access(String account, AwsCredentials credentials) {
        return new Access("aws", account, StaticCredentialsProvider.create(credentials));
    }

    private static Case allows(String name, String trust, Map<String, String> says) {
        return new Case(name, trust, says, true);
    }

    private static Case denies(String name, String trust, Map<String, String> says) {
        return new Case(name, trust, says, false);
    }

    private static String aws(String principals) {
        return "{\"AWS\":[\"%s\"]}".formatted(principals);
    }

    private static String externalId(String operator, String values) {
        return "{\"%s\":{\"sts:ExternalId\":[\"%s\"]}}".formatted(operator, values);
    }

    private static String trust(String principal, String condition) {
        return trust("Allow", principal, "\"sts:AssumeRole\"", condition);
    }

    private static String trust(String effect, String principal, String action, String condition) {
        return "{\"Effect\":\"%s\",\"Principal\":%s,\"Action\":%s,\"Condition\":%s}"
                .formatted(effect, principal, action, condition);
    }

    private static String both(String one, String other) {
        return one + "," + other;
    }

    private static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(statements);
    }
}
