package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.util.stream.Stream;

/**
 * What one look at an account, or at a part of it, brought: the rows it read, the edges between them, and the coverage
 * of all it was to look at. It is in the store, and counts once it is published.
 */
public record Look(AccountId account, SegmentRef rows, ObjectName edges, ObjectName coverage) {
    /** Where in the store a scan puts its looks. */
    public static String folder(String scan) {
        return "looks/" + scan;
    }

    /** Does all of it lie where this scan puts its looks at this account? */
    public boolean isOf(String scan, AccountId whose) {
        String place = "%s/%s/".formatted(folder(scan), whose);
        return account.equals(whose)
                && Stream.of(rows.name(), edges, coverage)
                        .allMatch(name -> name.value().startsWith(place));
    }

    public Json.Obj json() {
        return new Members()
                .put("account", account.value())
                .put("rows", rows.json())
                .put("edges", edges.value())
                .put("coverage", coverage.value())
                .json();
    }

    public static Look of(Fields fields) {
        return new Look(
                fields.text("account", AccountId::new),
                SegmentRef.of(fields.object("rows")),
                fields.text("edges", ObjectName::new),
                fields.text("coverage", ObjectName::new));
    }
}
