package dev.quarterdeck.local;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which resources somebody wants listed, and how. */
final class ListWish {
    private static final String FOR_PEOPLE = "type,name,account_name,account_id,region,state,public";
    private static final String FOR_PROGRAMS =
            "uid,arn,native_id,type,service,name,account_id,account_name,ou_path,region,"
                    + "az,state,origin,public,encrypted,managed_by,stack,created_at,looked_at,tags,config";

    @Option(names = "--filter", paramLabel = "TEXT", description = "which (default: all)")
    String filter = "";

    @Option(
            names = "--sort",
            paramLabel = "FIELDS",
            description = "by what, joined by commas; a minus turns the order round")
    String sort = "type,name";

    @Option(names = "--fields", paramLabel = "FIELDS", description = "what to show, joined by commas")
    private Optional<String> fields = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: 100 in a table, else all)")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    Form form = Form.table;

    String fields() {
        return fields.orElse(form == Form.table ? FOR_PEOPLE : FOR_PROGRAMS);
    }

    int limit() {
        return limit.orElse(form == Form.table ? 100 : Integer.MAX_VALUE);
    }

    AnswerReport report(Shell shell, List<String> columns) {
        return new AnswerReport(shell, form, columns);
    }
}
