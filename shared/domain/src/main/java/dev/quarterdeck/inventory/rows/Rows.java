package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
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
                .text("catalog_version", looked.versions().catalog())
                .text("model_version", looked.versions().models());
    }

    private static Json identifiers(List<Resource.Identifier> identifiers) {
        return Json.of(identifiers.stream()
                .map(identifier ->
                        JsonRow.of(row -> row.text("kind", identifier.kind()).text("value", identifier.value())))
                .toList());
    }

    public static Columns edge(Edge edge) {
        Link link = edge.link();
        return row -> row.text("from_uid", link.from())
                .text("rel", link.rel())
                .text("to_uid", edge.to())
                .text("to_arn", link.target().id())
                .text("to_account_id", notEmpty(edge.toAccount()))
                .flag("dangling", edge.dangling())
                .text("via", link.via());
    }

    /** An edge with all that its link says of the other end, so that it can be looked for again. */
    public static Columns edgeAndLink(Edge edge) {
        Link.Target target = edge.link().target();
        return row -> {
            edge(edge).into(row);
            row.text("to_type", target.type()).text("to_region", notEmpty(target.region()));
        };
    }

    /** The edge of such a row. */
    public static Edge edge(Json.Obj row) {
        Fields fields = Fields.of(row);
        String account = fields.maybeText("to_account_id").orElse("");
        var target = new Link.Target(
                fields.maybeText("to_type").map(ResourceType::new),
                fields.text("to_arn"),
                account,
                fields.maybeText("to_region").orElse(""));
        var link = new Link(fields.text("from_uid", Uid::new), fields.text("rel"), target, fields.text("via"));
        return new Edge(link, fields.maybeText("to_uid").map(Uid::new), account);
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
