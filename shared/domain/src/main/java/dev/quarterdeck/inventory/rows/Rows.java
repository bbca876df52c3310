package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;

/** Facts as rows, under the column names that people see everywhere. */
public final class Rows {
    /** Facts come from the catalog's own entry of a type, read in full depth: the only way there is so far. */
    private static final String SOURCE = "catalog";

    private static final String DEPTH = "deep";

    private Rows() {}

    public static Columns resource(Resource resource, Label label) {
        return row -> resource(resource, label, row);
    }

    private static void resource(Resource resource, Label label, Row row) {
        Resource.Identity identity = resource.identity();
        row.text("uid", identity.uid())
                .text("arn", identity.arn())
                .text("native_id", identity.nativeId())
                .text("type", identity.type())
                .text("service", identity.type().service())
                .text("name", identity.name())
                .text("account_id", identity.place().account())
                .text("account_name", label.name())
                .text("ou_path", label.ouPath())
                .text("region", identity.place().region());
        traits(row, resource.traits());
        looked(row, resource.looked());
        row.json("config", resource.config()).text("hash", resource.hash());
    }

    private static void traits(Row row, Resource.Traits traits) {
        row.text("az", traits.details().az())
                .text("state", traits.state())
                .text("origin", traits.origin())
                .text("public", traits.exposure().isPublic())
                .text("encrypted", traits.exposure().encrypted())
                .text("managed_by", traits.details().managedBy())
                .text("stack", traits.details().stack())
                .text("created_at", traits.createdAt())
                .map("tags", traits.tags())
                .json("identifiers", identifiers(traits.details().identifiers()));
    }

    private static void looked(Row row, Resource.Looked looked) {
        row.time("looked_at", looked.at())
                .text("source", SOURCE)
                .text("depth", DEPTH)
                .map("looked", looked.enrichments())
                .map("not_read", looked.notRead())
                .text("catalog_version", looked.catalogVersion())
                .text("model_version", looked.modelVersion());
    }

    private static Json identifiers(List<Resource.Identifier> identifiers) {
        return Json.of(identifiers.stream()
                .map(identifier ->
                        JsonRow.of(row -> row.text("kind", identifier.kind()).text("value", identifier.value())))
                .toList());
    }

    public static Columns edge(Edge edge) {
        return row -> row.text("from_uid", edge.from())
                .text("rel", edge.rel())
                .text("to_uid", edge.to())
                .text("to_arn", edge.toArn())
                .text("to_account_id", notEmpty(edge.toAccount()))
                .flag("dangling", edge.dangling())
                .text("via", edge.via());
    }

    public static Columns coverage(Coverage coverage) {
        Coverage.Reason reason = coverage.reason();
        return row -> row.text("account_id", coverage.area().account())
                .text("region", coverage.area().region())
                .text("type", coverage.area().type())
                .text("status", coverage.status())
                .text("reason", notEmpty(reason.text()))
                .text("blocked_by", reason.blockedBy())
                .text("missing_action", reason.missingAction())
                .number("count", coverage.count())
                .time("looked_at", coverage.lookedAt())
                .text("source", SOURCE);
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
