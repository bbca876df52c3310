package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.Wording;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which resources somebody wants listed, and how. */
final class ListWish {
    private static final String FOR_PEOPLE = "type,name,account_name,account_id,region,state,public";
    private static final String FOR_PROGRAMS =
            "uid,arn,native_id,type,service,name,account_id,account_name,ou_path,region,"
                    + "az,state,origin,public,encrypted,managed_by,stack,created_at,looked_at,tags,config";

    @Option(names = "--view", paramLabel = "NAME", description = "as a view says, where nothing else is said")
    Optional<String> view = Optional.empty();

    @Option(names = "--filter", paramLabel = "TEXT", description = "which (default: all)")
    private Optional<String> filter = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "FIELDS",
            description = "by what, joined by commas; a minus turns the order round (default: type,name)")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--fields", paramLabel = "FIELDS", description = "what to show, joined by commas")
    private Optional<String> fields = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: 100 in a table, else all)")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    Form form = Form.table;

    /** What is said, and what is usual where neither that nor a view says anything. */
    Wording wording(Wording viewed) {
        var usual = new Wording(Optional.of(""), Optional.of(fields()), Optional.of("type,name"), Optional.empty());
        return new Wording(filter, fields, sort, Optional.empty()).or(viewed).or(usual);
    }

    private String fields() {
        return fields.orElse(form == Form.table ? FOR_PEOPLE : FOR_PROGRAMS);
    }

    int limit() {
        return limit.orElse(form == Form.table ? 100 : Integer.MAX_VALUE);
    }

    AnswerReport report(Shell shell, List<String> columns) {
        return new AnswerReport(shell, form, columns);
    }
}
