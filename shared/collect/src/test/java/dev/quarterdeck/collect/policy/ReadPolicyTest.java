package dev.quarterdeck.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadPolicyTest {
    @Test
    void exactAllowsWhatTheCatalogNeedsAndNothingElse() throws IOException {
        ReadPolicy policy = ReadPolicy.of(Flavour.EXACT, types(3), "aws");

        assertThat(policy.attach()).isEmpty();
        assertThat(policy.documents())
                .extracting(ReadPolicy.Document::name)
                .containsExactly("quarterdeck-read-1", "quarterdeck-read-denies");
        assertThat(policy.documents().getFirst().policy().text())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"ReadConfiguration1\",\"Effect\":\"Allow\","
                                + "\"Action\":[\"ec2:DescribeRegions\",\"iam:GetRole\",\"iam:SimulatePrincipalPolicy\",\"svc:ListThing0\",\"svc:ListThing1\",\"svc:ListThing2\"],"
                                + "\"Resource\":\"*\"}]}");
    }

    @Test
    void splitsWhatIsTooLongForOneManagedPolicyAndLosesNothing() throws IOException {
        var types = types(900);

        ReadPolicy policy = ReadPolicy.of(Flavour.EXACT, types, "aws");

        assertThat(policy.documents())
                .hasSizeGreaterThan(3)
                .allSatisfy(document ->
                        assertThat(document.policy().text().length()).isLessThanOrEqualTo(ReadPolicy.MAX_CHARACTERS));
        var allowed = policy.documents().stream()
                .filter(document -> !document.name().endsWith("denies"))
                .map(document -> document.policy().text())
                .collect(Collectors.joining());
        assertThat(ReadPolicy.actions(types))
                .hasSize(903)
                .allSatisfy(action -> assertThat(allowed).contains("\"" + action + "\""));
    }

    @Test
    void bothFlavoursDenyDataReads() throws IOException {
        for (Flavour flavour : Flavour.values()) {
            Json.Obj denies = ReadPolicy.of(flavour, types(1), "aws")
                    .documents()
                    .getLast()
                    .policy();

            assertThat(denies.text())
                    .contains("\"Effect\":\"Deny\"")
                    .contains("\"s3:GetObject*\"", "\"secretsmanager:GetSecretValue\"", "\"ssm:GetParameters\"");
        }
    }

    @Test
    void stableIsOfThePartition() throws IOException {
        assertThat(ReadPolicy.of(Flavour.STABLE, List.of(), "aws-us-gov").attach())
                .containsExactly(
                        "arn:aws-us-gov:iam::aws:policy/SecurityAudit",
                        "arn:aws-us-gov:iam::aws:policy/job-function/ViewOnlyAccess");
    }

    private static Collection<TypeDefinition> types(int count) throws IOException {
        String types = IntStream.range(0, count)
                .mapToObj(i -> """
                    {"type": "AWS::Svc::Thing%1$d", "service": "svc", "title": "Thing", "id": "Id",
                     "list": {"call": "ListThing%1$d", "items": "Things[]", "permissions": ["svc:ListThing%1$d"]}}""".formatted(i))
                .collect(Collectors.joining(",", "{\"version\":\"1\",\"botocore\":\"1\",\"types\":[", "]}"));
        return TypeCatalog.read(new ByteArrayInputStream(types.getBytes(StandardCharsets.UTF_8)))
                .types();
    }
}
