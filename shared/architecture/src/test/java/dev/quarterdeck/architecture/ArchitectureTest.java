package dev.quarterdeck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the table "who may use whom"; each rule is shown to fail on a planted violation. */
class ArchitectureTest {
    private static final String HERE = "dev.quarterdeck.";
    private static final String PLANTED = "dev.quarterdeck.architecture.planted.";
    private static final String[] PROCESS_EDGES = {
        HERE + "local..", HERE + "functions..", HERE + "testkit..", HERE + "compiler..", HERE + "query.process.."
    };
    private static final List<String> SDK_CORE = List.of(
            "software.amazon.awssdk.auth..",
            "software.amazon.awssdk.http..",
            "software.amazon.awssdk.identity..",
            "software.amazon.awssdk.profiles..",
            "software.amazon.awssdk.regions..",
            "software.amazon.awssdk.retries..",
            "software.amazon.awssdk.utils..");

    private static final List<String> FUNCTIONS = List.of(
            HERE + "wire..", "com.amazonaws.services.lambda.runtime..", "dagger..", "jakarta.inject..", "org.crac..");

    /** The features of the domain, each above those before it. */
    private static final List<String> DOMAIN = Stream.of(
                    "kernel",
                    "audit",
                    "identity",
                    "credentials",
                    "accounts",
                    "inventory",
                    "rules",
                    "findings",
                    "cost",
                    "performance",
                    "operations",
                    "governance",
                    "agents",
                    "workflows",
                    "notifications",
                    "realtime")
            .map(feature -> HERE + feature + "..")
            .toList();

    private static final List<Room> ROOMS = List.of(
            feature("kernel", 15),
            feature("audit", 15),
            feature("identity", 50),
            feature("credentials", 6),
            feature("accounts", 60),
            feature("inventory", 8),
            feature("governance", 2),
            feature("workflows", 7),
            new Room(
                    "wire",
                    List.of(HERE + "wire.."),
                    and(SDK_CORE, "com.fasterxml.jackson.core..", "org.apache.http.conn.."),
                    30),
            new Room(
                    "collect",
                    List.of(HERE + "collect.."),
                    List.of(
                            HERE + "kernel..",
                            HERE + "credentials..",
                            HERE + "accounts..",
                            HERE + "inventory..",
                            HERE + "wire..",
                            "com.fasterxml.jackson.core..",
                            "com.github.luben.zstd..",
                            "software.amazon.awssdk.auth.credentials..",
                            "software.amazon.awssdk.identity.."),
                    30),
            new Room(
                    "compiler",
                    List.of(HERE + "compiler.."),
                    List.of(
                            HERE + "kernel..",
                            HERE + "inventory..",
                            HERE + "collect..",
                            HERE + "wire..",
                            "com.fasterxml.jackson..",
                            "com.networknt..",
                            "org.yaml.."),
                    20),
            new Room(
                    "platform.local",
                    List.of(HERE + "platform.local.."),
                    and(
                            DOMAIN,
                            "jakarta.inject..",
                            "com.fasterxml.jackson.core..",
                            "org.bouncycastle..",
                            "org.sqlite.."),
                    10),
            new Room(
                    "platform.aws",
                    List.of(HERE + "platform.aws.."),
                    and(DOMAIN, HERE + "wire..", "jakarta.inject..", "software.amazon.awssdk.."),
                    10),
            new Room("query", List.of(HERE + "query.."), and(DOMAIN, "jakarta.inject..", "org.duckdb.."), 15),
            new Room(
                    "edge",
                    List.of(HERE + "edge.."),
                    and(
                            DOMAIN,
                            "jakarta.inject..",
                            "com.amazonaws.services.lambda.runtime..",
                            "com.fasterxml.jackson..",
                            "com.networknt..",
                            "com.nimbusds.."),
                    40),
            function("broker", 8, "platform.aws"),
            function("cloud", 6, "collect", "edge", "platform.aws", "platform.local.identity"),
            function("hub", 5, "edge", "platform.aws", "functions.cloud"),
            function("query", 1, "collect.types", "edge", "functions.cloud", "query.hub", "query.sql"),
            new Room(
                    "testkit",
                    List.of(HERE + "testkit.."),
                    and(
                            SDK_CORE,
                            HERE + "kernel..",
                            HERE + "identity..",
                            HERE + "credentials..",
                            HERE + "accounts..",
                            HERE + "inventory..",
                            HERE + "workflows..",
                            HERE + "wire..",
                            HERE + "collect..",
                            "com.fasterxml.jackson..",
                            "com.github.luben.zstd..",
                            "org.testcontainers..",
                            "com.amazonaws.services.lambda..",
                            "com.sun.net.httpserver..",
                            "org.assertj..",
                            "org.junit..",
                            "picocli.."),
                    3));

    private static final Map<String, ArchRule> CODE = Map.of(
            "names say what a class is",
            noClasses()
                    .that()
                    .areTopLevelClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould(haveNameMatching(".*\\.[A-Za-z]*(Manager|Helper|Util|Utils|Dto|Service)"))
                    .orShould(haveNameMatching(".*\\.(Base|Abstract)[A-Z][A-Za-z]*")),
            "the clock is injected",
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"),
            "only a process's edge prints, reads the environment or exits",
            noClasses()
                    .that(not(resideInAnyPackage(PROCESS_EDGES)))
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(System.class, "getenv")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .accessTargetWhere(target(nameMatching("out|err")).and(targetOwner(type(System.class)))));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.quarterdeck");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED + "..");

    @TestFactory
    Stream<DynamicTest> eachRoomUsesOnlyWhatItMay() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> {
                    room.rule().check(PRODUCT);
                    assertThat(room.size(PRODUCT)).as("classes of %s", room).isGreaterThanOrEqualTo(room.atLeast());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachRoomsRuleSeesItsPlantedViolation() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> {
                    var planted = new Room(room.name(), List.of(PLANTED + room.name() + ".."), room.mayUse(), 1);
                    assertThat(planted.rule().evaluate(VIOLATIONS).hasViolation())
                            .as("the planted violation of %s is seen", room)
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> codeKeepsTheRules() {
        return CODE.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> theRulesAboutCodeSeeThePlantedViolation() {
        return CODE.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(VIOLATIONS).hasViolation())
                                .isTrue()));
    }

    /** A feature of the domain uses those below it alone. */
    private static Room feature(String name, int atLeast) {
        var below = DOMAIN.subList(0, DOMAIN.indexOf(HERE + name + ".."));
        return new Room(name, List.of(HERE + name + ".."), and(below, "jakarta.inject.."), atLeast);
    }

    /** A function knows Lambda, the domain, the client and what its closure needs; the SDK only through an adapter. */
    private static Room function(String module, int atLeast, String... closure) {
        var needs = Stream.of(closure).map(room -> HERE + room + "..").toList();
        return new Room(
                "functions." + module,
                List.of(HERE + "functions." + module + ".."),
                Stream.of(DOMAIN, needs, FUNCTIONS).flatMap(List::stream).toList(),
                atLeast);
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
