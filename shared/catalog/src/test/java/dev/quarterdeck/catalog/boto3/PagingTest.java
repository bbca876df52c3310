package dev.quarterdeck.catalog.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Paginator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How lists go on: what the catalog says against botocore's own paginators. */
class PagingTest {
    /** Where we say otherwise than botocore, and why. */
    private static final Map<String, String> OTHERWISE = Map.of();

    private final Catalogued catalog = Catalogued.compiled();
    private final Map<String, JsonNode> botocore = botocore();

    @Test
    void everyOperationGoesOnAsBotocoreSays() {
        var differences = new ArrayList<String>();
        botocore.forEach((name, said) -> {
            String[] parts = name.split(":", 2);
            Operation ours = catalog.service(parts[0]).operation(parts[1]);
            if (!ours.paginator().equals(paginator(said))) {
                differences.add("%s: botocore has %s, we have %s".formatted(name, said, ours.paginator()));
            }
        });

        assertThat(botocore.values().stream().filter(said -> !said.isNull())).hasSizeGreaterThan(60);
        assertThat(differences).isEmpty();
    }

    /** What is told of paging beside a call must not contradict botocore; what is read must be what pages. */
    @Test
    void everyListIsReadAsBotocoreReadsIt() throws IOException {
        var otherwise = new TreeSet<String>();
        List<Paged> lists = lists();
        for (Paged list : lists) {
            JsonNode said = Objects.requireNonNull(botocore.get(list.name()), list.name());
            if (!said.isNull() && !agrees(list.paging(), said)) {
                otherwise.add("%s reads %s, botocore %s".formatted(list.name(), list.paging(), said));
            }
        }

        assertThat(lists).hasSizeGreaterThan(60);
        assertThat(otherwise).isEqualTo(Set.copyOf(OTHERWISE.keySet()));
    }

    private record Paged(Ask ask, Paging paging) {
        String name() {
            return ask.service() + ":" + ask.operation();
        }
    }

    private static boolean agrees(Paging paging, JsonNode said) {
        String items = paging.items().replace("[]", "");
        boolean read = texts(said.get("result_key"))
                .anyMatch(key -> items.equals(key) || items.startsWith(key + ".") || items.equals("@"));
        return read
                && switch (paging.pages()) {
                    case Paging.Modelled _ -> true;
                    case Paging.Single _ -> false;
                    case Paging.Declared(List<String> input, List<String> output, Optional<String> more) ->
                        input.equals(texts(said.get("input_token")).toList())
                                && output.equals(texts(said.get("output_token")).toList())
                                && more.equals(Optional.ofNullable(said.get("more_results"))
                                        .map(JsonNode::asText));
                };
    }

    private static Optional<Paginator> paginator(JsonNode said) {
        return said.isNull()
                ? Optional.empty()
                : Optional.of(new Paginator(
                        texts(said.get("input_token")).toList(),
                        texts(said.get("output_token")).toList(),
                        Optional.ofNullable(said.get("limit_key")).map(JsonNode::asText),
                        Optional.ofNullable(said.get("more_results")).map(JsonNode::asText),
                        texts(said.get("result_key")).toList()));
    }

    private static Stream<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream().map(JsonNode::asText) : Stream.of(oneOrMany.asText());
    }

    private static Map<String, JsonNode> botocore() {
        var said = new TreeMap<String, JsonNode>();
        Boto3.says(
                line -> said.put(
                        line.get("service").asText() + ":"
                                + line.get("operation").asText(),
                        line.get("paginator")),
                "paginators");
        return said;
    }

    private static List<Paged> lists() throws IOException {
        var lists = new ArrayList<Paged>();
        for (TypeDefinition type : types().types()) {
            lists.add(new Paged(type.listing().ask(), type.listing().paging()));
            for (Enrichment enrichment : type.enrichments()) {
                paging(enrichment.reach()).ifPresent(paging -> lists.add(new Paged(enrichment.ask(), paging)));
            }
        }
        return lists;
    }

    private static Optional<Paging> paging(Enrichment.Reach reach) {
        return switch (reach) {
            case Enrichment.Each _ -> Optional.empty();
            case Enrichment.EachList(Paging paging) -> Optional.of(paging);
            case Enrichment.Batch batch -> Optional.of(batch.rows().paging());
            case Enrichment.Join join -> Optional.of(join.rows().paging());
        };
    }

    private static TypeCatalog types() throws IOException {
        String name = "/META-INF/quarterdeck/types.json";
        try (InputStream in = Objects.requireNonNull(PagingTest.class.getResourceAsStream(name), name)) {
            return TypeCatalog.read(in);
        }
    }
}
