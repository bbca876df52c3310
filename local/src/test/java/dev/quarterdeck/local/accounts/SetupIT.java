package dev.quarterdeck.local.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Trial.Verdict;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.setup.CloudFormation;
import dev.quarterdeck.accounts.setup.Commands;
import dev.quarterdeck.accounts.setup.Ids;
import dev.quarterdeck.accounts.setup.RoleSetup;
import dev.quarterdeck.accounts.setup.Terraform;
import dev.quarterdeck.collect.policy.ReadPolicy;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.Python;
import dev.quarterdeck.testkit.journey.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the hub gives to an account's owner: clean to AWS's own tools, the same in every form, and it works. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class SetupIT {
    private static final ExternalId ONE = new ExternalId("abcdefghijklmnopqrstuvwxyz234567");
    private static final ExternalId TWO = new ExternalId("765432zyxwvutsrqponmlkjihgfedcba");
    private static final Set<ActFamily> NONE = Set.of();
    private static final Set<ActFamily> ALL = EnumSet.allOf(ActFamily.class);

    private static final String CFN_LINT = "import sys; from cfnlint.runner import main; sys.exit(main())";

    private static Cloud cloud;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cloud = new Cloud();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    static Stream<RoleSetup> setups() {
        var own = new Ids.Own(ExternalIds.of(ONE));
        var changing = new Ids.Own(new ExternalIds(ONE, Optional.of(TWO)));
        return Stream.of(
                setup(own, Flavour.EXACT, NONE, false),
                setup(own, Flavour.STABLE, ALL, true),
                setup(changing, Flavour.EXACT, ALL, false),
                setup(changing, Flavour.STABLE, NONE, true));
    }

    static Stream<RoleSetup> seeded() {
        return Stream.of(
                setup(new Ids.Seeded(ExternalIds.of(ONE)), Flavour.STABLE, NONE, false),
                setup(new Ids.Seeded(new ExternalIds(ONE, Optional.of(TWO))), Flavour.EXACT, ALL, true));
    }

    static Stream<RoleSetup> templates() {
        return Stream.concat(setups(), seeded());
    }

    private static RoleSetup setup(Ids ids, Flavour flavour, Set<ActFamily> act, boolean revoker) {
        var rights = ReadPolicy.of(flavour, cloud.types.types(), "aws").rights("7");
        var asks = new RoleSetup.Asks(cloud.broker().assumer(), ids, Optional.of("o-a1b2c3d4e5"));
        return new RoleSetup(asks, rights, new TreeSet<>(act), revoker, Duration.ofHours(1));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isCleanToCfnLint(RoleSetup setup) throws IOException, InterruptedException {
        Path template = write("template.json", CloudFormation.template(setup).text());

        assertThat(run(List.of("-c", CFN_LINT, template.toString()))).isEqualTo(new Ran(0, ""));
    }

    @ParameterizedTest
    @MethodSource("setups")
    void saysTheSameInTerraform(RoleSetup setup) throws IOException, InterruptedException {
        var ids = ((Ids.Own) setup.asks().ids()).ids();
        Path template = write("template.json", CloudFormation.template(setup).text());
        Path module = write("main.tf", Terraform.module(setup, ids));
        Path script = Path.of(System.getProperty("quarterdeck.root", ".."), "local/src/test/python/same_policies.py");

        Ran ran = run(List.of(script.toString(), template.toString(), module.toString()));

        assertThat(ran.said()).matches("[1-9]\\d* policies, [1278] roles\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void makesARoleThatPassesTheProofByItsCommands() throws IOException, InterruptedException {
        var id = new AccountId("515151515151");
        try (var table = SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC())) {
            var vault = VaultFile.open(folder.resolve("vault"), folder.resolve("key"), Clock.systemUTC());
            var hub = new Hub(table, vault, cloud, cloud.broker(), Clock.systemUTC());
            Account account = hub.connectWithRevoker(id);
            var rights =
                    ReadPolicy.of(Flavour.EXACT, cloud.types.types(), "aws").rights("7");
            var asks = new RoleSetup.Asks(
                    cloud.broker().assumer(), new Ids.Own(Hub.externalIds(account)), Optional.empty());
            var setup = new RoleSetup(asks, rights, new TreeSet<>(ALL), true, Duration.ofHours(1));
            Path script = write("setup.sh", Commands.script(setup, Hub.externalIds(account), id));

            cloud.asOwner(
                    id,
                    owner -> assertThat(shell(script, owner.environment()))
                            .extracting(Ran::code)
                            .isEqualTo(0));

            assertThat(hub.prove(id).verdict()).isEqualTo(new Verdict.Proven());
            assertThat(hub.accounts
                            .find(id)
                            .orElseThrow()
                            .standing()
                            .capabilities()
                            .policyVersion())
                    .contains("7");
        }
    }

    @Test
    void linksToAPageThatHasEverythingFilledIn() {
        var setup = setup(new Ids.Own(ExternalIds.of(ONE)), Flavour.STABLE, NONE, false);

        assertThat(CloudFormation.quickCreate(setup, "https://bucket.s3.amazonaws.com/a b.json", "eu-west-1"))
                .isEqualTo("https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1"
                        + "#/stacks/create/review?templateURL=https%3A%2F%2Fbucket.s3.amazonaws.com%2Fa+b.json"
                        + "&stackName=quarterdeck&param_ExternalIds=abcdefghijklmnopqrstuvwxyz234567");
    }

    /** How a program ended, and what it said. */
    private record Ran(int code, String said) {}

    private static Ran run(List<String> arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(Python.executable().toString()), arguments.stream())
                .toList();
        return ended(new ProcessBuilder(command));
    }

    private static Ran shell(Path script, Map<String, String> environment) {
        var process = new ProcessBuilder("/bin/sh", script.toString());
        process.environment().putAll(environment);
        String programs = Python.executable().resolveSibling(".").toString();
        process.environment().merge("PATH", programs, (path, more) -> more + ":" + path);
        try {
            return ended(process);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Ran ended(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
