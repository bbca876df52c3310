package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import dev.quarterdeck.testkit.journey.Cloud;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An organization of thirty accounts, two of which a policy bars; the StackSet's own progress is a recorded one. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class OrganizationIT {
    private static final String POLICY = "p-abcd1234";
    private static final String BARRED =
            "ResourceLogicalId:ReadRole, User is not authorized to perform: iam:CreateRole with an explicit deny in a"
                    + " service control policy: arn:aws:organizations::123456789012:policy/o-x/service_control_policy/"
                    + POLICY;

    @TempDir
    private Path home;

    private final List<String> members = new ArrayList<>();
    private Cloud cloud;
    private FaultServer aws;
    private String root = "";
    private String workloads = "";
    private Cli cli;

    @BeforeEach
    void plant() {
        cloud = new Cloud();
        aws = FaultServer.before(URI.create(cloud.endpoint()));
        cloud.asHub("organizations", "CreateOrganization", Map.of("FeatureSet", "ALL"));
        root = cloud.asHub("organizations", "ListRoots", Map.of())
                .objects("Roots")
                .getFirst()
                .text("Id");
        workloads = cloud.asHub(
                        "organizations", "CreateOrganizationalUnit", Map.of("ParentId", root, "Name", "workloads"))
                .object("OrganizationalUnit")
                .text("Id");
        for (int place = 1; place <= 30; place++) {
            members.add(account(place));
        }
        members.subList(0, 10).forEach(id -> move(id, root, workloads));
        cli = new Cli(home).with("AWS_ENDPOINT_URL", aws.endpoint().toString());
        cloud.personsEnvironment().forEach(cli::with);
    }

    @AfterEach
    void close() {
        aws.close();
        cloud.close();
    }

    @Test
    void isConnectedSpreadFollowedAndLookedAtAgain() {
        Fields look = json("org", "connect");
        assertThat(look.whole("accounts")).isEqualTo(31);
        assertThat(look.texts("joined")).containsAll(members).hasSize(31);
        assertThat(look.texts("advice").getFirst()).contains("activate-organizations-access");

        aws.fail(asked -> asked.isFor("cloudformation", "ListStackInstances"), Fault.reply(200, "text/xml", stacks()));
        String template = cli.run("org", "setup", "--as", "cloudformation").out();
        members.subList(2, 30)
                .forEach(id -> cloud.asOwner(new AccountId(id), owner -> owner.readRole(trust(template, id))));

        Fields progress = json("org", "follow");
        Map<String, Long> states = progress.objects("items").stream()
                .collect(Collectors.groupingBy(
                        one -> one.text("stage") + " " + one.text("state"), Collectors.counting()));
        assertThat(aws.heard())
                .as("the hub is in the management account")
                .filteredOn(asked -> asked.isFor("cloudformation", "ListStackInstances"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.body()).contains("CallAs=SELF"));
        assertThat(states).isEqualTo(Map.of("first_resource done", 28L, "stack failed", 2L, "assume failed", 1L));
        Fields cause = progress.objects("causes").getFirst();
        assertThat(cause.text("sentence")).isEqualTo("2 barred by policy " + POLICY);
        assertThat(cause.texts("accounts")).containsExactlyInAnyOrderElementsOf(members.subList(0, 2));
        assertThat(cli.run("org", "follow")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.out()).contains("2 barred by policy " + POLICY);
        });

        String joins = account(31);
        move(members.get(4), workloads, root);
        cloud.asHub("organizations", "CloseAccount", Map.of("AccountId", members.get(5)));
        Fields again = json("org", "connect");
        assertThat(again.texts("joined")).containsExactly(joins);
        assertThat(again.texts("moved")).containsExactly(members.get(4));
        assertThat(again.texts("left")).containsExactly(members.get(5));
        assertThat(json("accounts", "show", members.get(5)).text("status")).isEqualTo("left");
        assertThat(json("org", "connect").texts("moved")).isEmpty();
    }

    @Test
    void spreadsByAServiceManagedStackSetOverTheWholeOrganization() {
        assertThat(cli.run("org", "setup"))
                .satisfies(said -> assertThat(said.err()).contains("no organization is connected"));
        json("org", "connect");

        assertThat(cli.run("org", "setup", "--region", "eu-west-1").out())
                .contains(
                        "--permission-model SERVICE_MANAGED --auto-deployment Enabled=true",
                        "--managed-execution Active=true",
                        "--deployment-targets OrganizationalUnitIds=%s --regions eu-west-1".formatted(root),
                        "FailureTolerancePercentage=100,MaxConcurrentPercentage=100,ConcurrencyMode=SOFT_FAILURE_TOLERANCE",
                        "in the management account")
                .doesNotContain("--call-as")
                .containsPattern("\\{\"Fn::Sub\":\"[a-z2-7]{32}\\.\\$\\{AWS::AccountId}\"}");
    }

    @Test
    void everyAccountGetsANewExternalIdWithoutBeingShutOutInBetween() {
        json("org", "connect");
        aws.fail(asked -> asked.isFor("cloudformation", "ListStackInstances"), Fault.reply(200, "text/xml", stacks()));
        List<String> spread = members.subList(2, 6);
        String before = cli.run("org", "setup", "--as", "cloudformation").out();
        spread.forEach(id -> cloud.asOwner(new AccountId(id), owner -> owner.readRole(trust(before, id))));
        json("org", "follow");

        assertThat(cli.run("org", "rotate")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.out()).contains(spread);
        });
        spread.forEach(id ->
                assertThat(json("accounts", "validate", id).text("result")).isEqualTo("accepted_with_debt"));

        String both = cli.run("org", "setup", "--as", "cloudformation").out();
        assertThat(seeds(both)).hasSize(2).startsWith(seeds(before).getFirst());
        update(spread.subList(0, 3), both);
        assertThat(json("org", "rotate").texts("waiting")).containsExactly(spread.get(3));
        update(spread.subList(3, 4), both);
        assertThat(json("org", "rotate").flag("done")).isTrue();

        String after = cli.run("org", "setup", "--as", "cloudformation").out();
        assertThat(seeds(after)).containsExactly(seeds(both).getLast());
        update(spread, after);
        spread.forEach(id ->
                assertThat(json("accounts", "validate", id).text("result")).isEqualTo("accepted_with_debt"));
        String late = members.get(7);
        cloud.asOwner(new AccountId(late), owner -> owner.readRole(trust(after, late)));
        assertThat(json("accounts", "validate", late).text("result"))
                .as("an account that was never entered has the new one too")
                .isEqualTo("accepted_with_debt");
    }

    private void update(List<String> accounts, String template) {
        accounts.forEach(id ->
                cloud.asOwner(new AccountId(id), owner -> owner.trust(RoleNames.READ, trust(template, id))));
    }

    private static List<String> seeds(String template) {
        return Pattern.compile("\"Fn::Sub\":\\s*\"([a-z2-7]{32})\\.\\$\\{AWS::AccountId}\"")
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private String account(int place) {
        var input = Map.of("AccountName", "member " + place, "Email", "m%d@example.com".formatted(place));
        return cloud.asHub("organizations", "CreateAccount", input)
                .object("CreateAccountStatus")
                .text("AccountId");
    }

    private void move(String account, String from, String to) {
        cloud.asHub(
                "organizations",
                "MoveAccount",
                Map.of("AccountId", account, "SourceParentId", from, "DestinationParentId", to));
    }

    private Fields json(String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--output", "json"));
        Said said = cli.run(line.toArray(String[]::new));
        assertThat(said.out()).as(said.err()).isNotEmpty();
        return Fields.of((Json.Obj) Json.parse(said.out()));
    }

    /** The trust policy that CloudFormation makes of the template in one account. */
    private static String trust(String template, String account) {
        Json.Obj document = Fields.of((Json.Obj) Json.parse(template))
                .object("Resources")
                .object("ReadRole")
                .object("Properties")
                .object("AssumeRolePolicyDocument")
                .json();
        return document.text()
                .replaceAll("\\{\"Fn::Sub\":\"([a-z2-7]{32})\\.\\$\\{AWS::AccountId}\"}", "\"$1." + account + "\"");
    }

    /** CloudFormation's answer: all are there but the first two, which a policy bars. */
    private String stacks() {
        String summaries = members.stream().map(this::summary).collect(Collectors.joining());
        return "<ListStackInstancesResponse><ListStackInstancesResult><Summaries>%s</Summaries></ListStackInstancesResult></ListStackInstancesResponse>"
                .formatted(summaries);
    }

    private String summary(String account) {
        boolean barred = members.indexOf(account) < 2;
        return "<member><Account>%s</Account><Region>us-east-1</Region><Status>%s</Status><StatusReason>%s</StatusReason><StackInstanceStatus><DetailedStatus>%s</DetailedStatus></StackInstanceStatus></member>"
                .formatted(
                        account,
                        barred ? "OUTDATED" : "CURRENT",
                        barred ? BARRED : "",
                        barred ? "FAILED" : "SUCCEEDED");
    }
}
