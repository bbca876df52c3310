package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scan published already: what it read before it was run again must not be taken for new. */
public final class Publications {
    private static final int ATTEMPTS = 50;

    private final Table table;

    public Publications(Table table) {
        this.table = table;
    }

    /** Those of the results of an account that were not published. */
    public List<Json> fresh(ScanId scan, AccountId account, List<Json> results) {
        Set<String> known = known(scan, account);
        return results.stream().filter(result -> !known.contains(print(result))).toList();
    }

    public void done(ScanId scan, AccountId account, List<Json> results) {
        Contention.insist(ATTEMPTS, "the scan changes too often", () -> {
            var all = new TreeSet<>(known(scan, account));
            results.forEach(result -> all.add(print(result)));
            Json.Obj data = new Members().put("results", all).json();
            return table.write(Write.put(Row.of(ScanRows.published(scan, account), data)));
        });
    }

    private Set<String> known(ScanId scan, AccountId account) {
        return table.get(ScanRows.published(scan, account)).stream()
                .flatMap(row -> Fields.of(row.data()).texts("results").stream())
                .collect(Collectors.toSet());
    }

    private static String print(Json result) {
        return Digest.hex(result.canonical());
    }
}
