package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts as rows of files, under the column names that people see everywhere. */
public final class Rows {
    /** Facts come from the catalog's own entry of a type, read in full depth: the only way there is so far. */
    private static final String SOURCE = "catalog";

    private static final String DEPTH = "deep";

    private Rows() {}

    public static Json.Obj resource(Resource resource, Label label) {
        Resource.Identity identity = resource.identity();
        var row = new Row()
                .text("uid", identity.uid())
                .text("arn", identity.arn())
                .text("native_id", identity.nativeId())
                .text("type", identity.type())
                .text("service", service(resource))
                .text("name", identity.name())
                .text("account_id", identity.place().account())
                .text("account_name", label.name())
                .text("ou_path", label.ouPath())
                .text("region", identity.place().region());
        traits(row, resource.traits());
        looked(row, resource.looked());
        return row.json("config", resource.config())
                .text("hash", resource.hash())
                .done();
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
                .map(identifier -> new Row()
                        .text("kind", identifier.kind())
                        .text("value", identifier.value())
                        .done())
                .toList());
    }

    /** The middle of {@code AWS::EC2::Instance}, in lower case. */
    public static String service(Resource resource) {
        return resource.identity().type().name().split("::", 3)[1].toLowerCase(Locale.ROOT);
    }

    public static Json.Obj edge(Edge edge) {
        return new Row()
                .text("from_uid", edge.from())
                .text("rel", edge.rel())
                .text("to_uid", edge.to())
                .text("to_arn", edge.toArn())
                .text("to_account_id", notEmpty(edge.toAccount()))
                .flag("dangling", edge.dangling())
                .text("via", edge.via())
                .done();
    }

    public static Json.Obj coverage(Coverage coverage) {
        Coverage.Reason reason = coverage.reason();
        return new Row()
                .text("account_id", coverage.area().account())
                .text("region", coverage.area().region())
                .text("type", coverage.area().type())
                .text("status", coverage.status())
                .text("reason", notEmpty(reason.text()))
                .text("blocked_by", reason.blockedBy())
                .text("missing_action", reason.missingAction())
                .number("count", coverage.count())
                .time("looked_at", coverage.lookedAt())
                .text("source", SOURCE)
                .done();
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
