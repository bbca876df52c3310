package dev.quarterdeck.local.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final Resource ORDERS = Samples.resource(Samples.QUEUE, "orders", "{'Attributes': {'Delay': '0'}}");
    private static final Resource MAILS = Samples.resource(Samples.QUEUE, "mails", "{'Name': 'größe'}");
    private static final Resource ADMIN = Samples.resource(Samples.ROLE, "admin", "global", "{}");

    private static final Meaning ALL_COUNTS = new Meaning() {
        @Override
        public Json of(ResourceType type, Json.Obj config) {
            return config;
        }

        @Override
        public Set<String> filledBy(ResourceType type, String enrichment) {
            return Set.of(enrichment);
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void scanEarlier() throws IOException {
        earlier(MAILS, ORDERS, ADMIN);
    }

    @Test
    void theSameIsNoChange() {
        assertThat(compare(List.of(ORDERS, MAILS, ADMIN), List.of())).isEqualTo(new Changes(List.of(), Map.of()));
    }

    @Test
    void aChangedFieldIsTold() {
        Resource slower = Samples.resource(Samples.QUEUE, "orders", "{'Attributes': {'Delay': '30'}}");

        assertThat(compare(List.of(slower, MAILS, ADMIN), List.of()).changes())
                .containsExactly(change(
                        Change.Kind.CHANGED,
                        "orders",
                        new Difference("Attributes.Delay", Optional.of(Json.of("0")), Optional.of(Json.of("30")))));
    }

    @Test
    void whatIsNewIsAddedAndWhatIsGoneIsRemovedWhereSomebodyLooked() {
        Resource bills = Samples.resource(Samples.QUEUE, "bills", "{}");

        Changes changes = compare(List.of(ORDERS, bills, ADMIN), List.of(Samples.looked(Samples.QUEUE, "eu-west-1")));

        assertThat(changes.changes())
                .containsExactlyInAnyOrder(change(Change.Kind.REMOVED, "mails"), change(Change.Kind.ADDED, "bills"));
        assertThat(changes.notLooked()).isEmpty();
    }

    @Test
    void whatNobodyLookedForWasNotRemoved() {
        Changes changes = compare(
                List.of(ORDERS),
                List.of(
                        Samples.denied(Samples.QUEUE, "eu-west-1", "sqs:ListQueues"),
                        Samples.looked(Samples.QUEUE, "us-east-1")));

        assertThat(changes)
                .isEqualTo(new Changes(
                        List.of(),
                        Map.of(
                                new Comparison.Area(Samples.PROD, "eu-west-1", "AWS::SQS::Queue"), 1,
                                new Comparison.Area(Samples.PROD, "global", "AWS::IAM::Role"), 1)));
    }

    @Test
    void aGlobalListSpeaksForAllRegions() {
        Resource bucket = Samples.resource(new ResourceType("AWS::S3::Bucket"), "files", "{}");
        Changes changes = compareWith(
                List.of(bucket),
                List.of(),
                List.of(Samples.looked(bucket.identity().type(), "global")));

        assertThat(changes.changes())
                .extracting(Change::kind, Change::name)
                .containsExactly(tuple(Change.Kind.REMOVED, "files"));
    }

    @Test
    void madeAfterWeLastLookedIsMadeAgain() {
        Resource again = Samples.resource(
                Samples.QUEUE,
                "orders",
                "eu-west-1",
                "{'Attributes': {'Delay': '1'}}",
                new Samples.Kind(
                        Origin.CUSTOMER,
                        Tri.NO,
                        Optional.of(Samples.NOON.plusSeconds(60)),
                        Samples.NOON.plusSeconds(90)));
        Resource before = Samples.resource(
                Samples.QUEUE,
                "orders",
                "eu-west-1",
                "{'Attributes': {'Delay': '0'}}",
                new Samples.Kind(Origin.CUSTOMER, Tri.NO, Optional.of(Samples.NOON.minusSeconds(60)), Samples.NOON));

        assertThat(compareWith(List.of(before), List.of(again), List.of()).changes())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.REMADE);
    }

    private Changes compareWith(List<Resource> before, List<Resource> after, List<Coverage> coverage) {
        try {
            earlier(before.toArray(Resource[]::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return compare(after, coverage);
    }

    private void earlier(Resource... resources) throws IOException {
        try (OutFolder out = OutFolder.open(folder)) {
            for (Resource resource : resources) {
                out.add(FactFile.RESOURCES, Rows.resource(resource, Label.NONE));
            }
            out.commit(Samples.object("{'format': 1}"));
        }
    }

    private Changes compare(List<Resource> resources, List<Coverage> coverage) {
        try (Comparison comparison = Comparison.with(FactFolder.open(folder, "--compare"), ALL_COUNTS)) {
            resources.forEach(resource ->
                    comparison.resource(Rows.resource(resource, Label.NONE).json()));
            coverage.forEach(comparison::coverage);
            return comparison.finish();
        }
    }

    private static Change change(Change.Kind kind, String name, Difference... fields) {
        return new Change(kind, "AWS::SQS::Queue", name, Samples.PROD, "eu-west-1", List.of(fields));
    }
}
