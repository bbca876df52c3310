package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.setup.CloudFormation;
import dev.quarterdeck.accounts.setup.Ids;
import dev.quarterdeck.accounts.setup.RoleSetup;
import dev.quarterdeck.collect.policy.ReadPolicy;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.Python;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rendered roles in an account that enforces trust, policies, boundaries and session policies: each may do what it is
 * for, which is tried, and nothing else, which is refused. What is known of the emulator is said in the script beside.
 */
@EnabledIf("dev.quarterdeck.testkit.MiniStack#isThere")
class EnforcedRolesIT {
    private static final String REFUSED = ".* (AccessDenied|AccessDeniedException|UnauthorizedOperation)";
    private static final String DENIED_BY_NAME = ".* (AccessDenied|AccessDeniedException) explicit";

    @TempDir
    private static Path folder;

    private static MiniStack aws;

    /** What came of each try, by what was to be shown: {@code s3 get_object AccessDenied explicit}. */
    private static Map<String, List<String>> tried;

    @BeforeAll
    static void start() throws IOException {
        aws = MiniStack.start(MiniStack.Settings.JUDGING);
        Path script = copied("enforced_roles.py");
        Path template = Files.writeString(folder.resolve("template.json"), template());
        Process process = new ProcessBuilder(
                        Python.executable().toString(),
                        script.toString(),
                        aws.endpoint().toString(),
                        template.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        tried = process.inputReader(UTF_8)
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(groupingBy(line -> line[0], mapping(line -> line[1], toList())));
        assertThat(tried).as("all that the script tries").containsKey("session");
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    private static Path copied(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(EnforcedRolesIT.class.getResourceAsStream(name), name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static String template() {
        var broker =
                Assumer.of(Assumer.Kind.BROKER, "arn:aws:iam::123456789012:role/quarterdeck-broker", Optional.empty());
        var ids = new Ids.Own(ExternalIds.of(new ExternalId("abcdefghijklmnopqrstuvwxyz234567")));
        var read = ReadPolicy.of(Flavour.EXACT, TypeCatalog.shipped().types(), "aws");
        var setup = new RoleSetup(
                new RoleSetup.Asks(broker, ids, Optional.empty()),
                read.rights("7"),
                new TreeSet<>(EnumSet.allOf(ActFamily.class)),
                true,
                Duration.ofHours(1));
        return CloudFormation.template(setup).text();
    }

    private static List<String> tries(String what) {
        return Objects.requireNonNull(tried.get(what), what);
    }

    private static void assertRefused(String what, int times) {
        assertThat(tries(what)).hasSize(times).allMatch(line -> line.matches(REFUSED) || line.matches(DENIED_BY_NAME));
    }

    @Test
    void onlyTheBrokerEntersAndOnlyWithTheExternalIdOfTheAccount() {
        assertThat(tries("enter-right")).containsExactly("sts assume_role allowed");
        for (String wrong : List.of("without-id", "wrong-id", "other-name", "other-principal")) {
            assertThat(tries("enter-" + wrong)).as(wrong).containsExactly("sts assume_role AccessDenied");
        }
    }

    /** Of a service that is not served, coverage says so; of none that the role may not read it. */
    @Test
    void theReadRoleIsEnoughForAScan() throws IOException {
        String[] keys = tries("session").getFirst().split(" ", -1);
        Said said = new Cli(folder.resolve("home"))
                .with("AWS_ACCESS_KEY_ID", keys[0])
                .with("AWS_SECRET_ACCESS_KEY", keys[1])
                .with("AWS_SESSION_TOKEN", keys[2])
                .run(
                        "scan",
                        "--endpoint-url",
                        aws.endpoint().toString(),
                        "--regions",
                        "eu-west-1",
                        "--out",
                        folder.resolve("facts").toString());

        String coverage = Files.readString(folder.resolve("facts/coverage.ndjson"));
        assertThat(coverage).as(said.err()).doesNotContain("\"status\":\"denied\"");
        assertThat(coverage.lines().filter(line -> line.contains("\"status\":\"looked\"")))
                .hasSizeGreaterThan(30);
        assertThat(Files.readString(folder.resolve("facts/resources.ndjson")))
                .contains("AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::KMS::Key", "AWS::EC2::Instance");
    }

    @Test
    void theReadRoleReadsWhatItIsForAndChangesNothing() {
        assertThat(tries("read")).hasSize(10).allMatch(line -> line.endsWith(" allowed"));
        assertRefused("write", 17);
    }

    @Test
    @Tag("A11")
    void theReadRoleIsDeniedByNameWhatCustomersKeep() {
        assertThat(tries("data")).hasSize(12).allMatch(line -> line.matches(DENIED_BY_NAME));
    }

    @Test
    void theRestIsAsThePolicySimulationSays() {
        assertThat(tries("simulated"))
                .hasSize(3)
                .allMatch(line -> line.matches("(allowed|explicitDeny|implicitDeny) [1-9]\\d* otherwise none"));
    }

    @Test
    @Tag("A09")
    void anActRoleDoesWhatItsFamilyDoesAndNothingOfAnother() {
        for (String family : List.of("network", "storage", "identity", "compute", "logging")) {
            assertThat(tries("own-" + family)).as(family).isNotEmpty().allMatch(line -> line.endsWith(" allowed"));
            assertThat(tries("foreign-" + family))
                    .as(family)
                    .hasSizeGreaterThan(3)
                    .allMatch(line -> line.matches(REFUSED));
        }
        assertThat(tries("effect")).containsExactly("versioning Enabled", "ingress 0");
    }

    @Test
    @Tag("A10")
    void whateverAnOwnerGivesToAnActRoleItsBoundaryKeepsItFromItself() {
        assertThat(tries("careless")).containsExactly("ec2 describe_instances allowed");
        assertThat(tries("bounded")).hasSize(15).allMatch(line -> line.matches(DENIED_BY_NAME));
    }

    @Test
    void aSessionPolicyNarrowsAndNeverWidens() {
        assertThat(tries("narrowed").getFirst()).isEqualTo("sqs list_queues allowed");
        assertThat(tries("narrowed"))
                .hasSize(3)
                .filteredOn(line -> line.matches(REFUSED))
                .hasSize(2);
        assertThat(tries("widened")).containsExactly("sqs list_queues allowed", "sqs create_queue AccessDenied");
    }
}
