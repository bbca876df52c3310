package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.types.Enrichment.Batch;
import dev.quarterdeck.collect.types.Enrichment.Each;
import dev.quarterdeck.collect.types.Enrichment.EachList;
import dev.quarterdeck.collect.types.Enrichment.Join;
import dev.quarterdeck.collect.types.Enrichment.Reach;
import dev.quarterdeck.collect.types.Enrichment.Rows;
import dev.quarterdeck.collect.types.Enrichment.Taking;
import dev.quarterdeck.collect.types.Enrichment.Terms;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.Locale;

/** Makes an enrichment from its entry in the compiled catalog. */
final class EnrichmentReader {
    private EnrichmentReader() {}

    static Enrichment read(Source enrich, String service) {
        Ask ask = DefinitionReader.ask(enrich, service);
        String take = enrich.findText("take").orElse("@");
        return new Enrichment(
                enrich.findText("name").orElse(ask.operation()),
                ask,
                reach(enrich),
                new Taking(
                        Expression.parse(take),
                        enrich.findText("into").orElseGet(() -> take.substring(take.lastIndexOf('.') + 1)),
                        enrich.object().get("else").orElse(Json.Null.VALUE)),
                new Terms(
                        enrich.findExpression("when"),
                        enrich.parsed("maxAge", EnrichmentReader::age),
                        enrich.flag("paid")));
    }

    private static Reach reach(Source enrich) {
        if (enrich.findObject("batch").isPresent()) {
            Source batch = enrich.need("batch");
            return new Batch(batch.text("param"), batch.expression("from"), batch.number("size"), rows(enrich));
        }
        if (enrich.flag("join")) {
            return new Join(rows(enrich));
        }
        return enrich.findText("items").isPresent() ? new EachList(DefinitionReader.paging(enrich)) : new Each();
    }

    private static Rows rows(Source enrich) {
        return new Rows(DefinitionReader.paging(enrich), enrich.expression("key"), enrich.expression("on"));
    }

    /** {@code 24h}, {@code 7d}, {@code 30m} */
    private static Duration age(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Duration.parse(lower.endsWith("d") ? "P" + lower : "PT" + lower);
    }
}
