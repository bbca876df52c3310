package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.inventory.rows.JsonRow;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.report.CallReport;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What is written about a scan itself, in {@code run.json}. */
final class RunRecord {
    private RunRecord() {}

    static Json.Obj of(ScanWish wish, Outcome outcome, String keyId, Knowledge knowledge) {
        return JsonRow.of(row -> row.number("format", FactFolder.FORMAT)
                .text("scan_id", UUID.randomUUID())
                .text("started_at", outcome.begun())
                .text("ended_at", outcome.ended())
                .text("status", outcome.result().interrupted() ? "interrupted" : "complete")
                .text("quarterdeck_version", Version.number())
                .text("catalog_version", knowledge.types().version())
                .text("model_version", knowledge.types().models())
                .text("redaction_key_id", keyId)
                .text("endpoint", wish.wire().endpoint().map(URI::toString))
                .json("regions", regions(wish.what().regions()))
                .json("types", texts(wish.what().types()))
                .flag("paid_calls", wish.options().paid)
                .number("resources", outcome.digest().total())
                .number("edges", outcome.edges())
                .number("areas", outcome.digest().areas())
                .number("gaps", outcome.digest().gaps())
                .json(
                        "accounts",
                        Json.of(outcome.result().accounts().stream()
                                .map(RunRecord::account)
                                .toList()))
                .json("calls", calls(outcome.result().requests())));
    }

    private static Json regions(RegionChoice choice) {
        return switch (choice) {
            case RegionChoice.AllEnabled _ -> Json.Null.VALUE;
            case RegionChoice.Named(List<String> names) -> texts(names);
            case RegionChoice.Part(String name) -> texts(List.of(name));
        };
    }

    private static Json texts(Collection<?> values) {
        return Json.of(
                values.stream().map(Object::toString).sorted().map(Json::of).toList());
    }

    private static Json.Obj account(ScanResult.Opened account) {
        return JsonRow.of(row -> row.text("name", account.name())
                .text("account_id", account.account())
                .json("regions_enabled", texts(account.regions()))
                .json("regions_barred", texts(account.barred()))
                .text("refusal", account.refusal()));
    }

    private static Json calls(Tally.Summary requests) {
        var byOperation = new TreeMap<String, CallReport.Count>();
        requests.counts()
                .forEach((key, count) -> byOperation.merge(
                        key.service() + " " + key.operation(),
                        new CallReport.Count(count.calls(), count.throttled(), count.denied(), count.took()),
                        CallReport.Count::plus));
        return Json.of(byOperation.entrySet().stream()
                .map(entry -> call(entry.getKey().split(" ", 2), entry.getValue()))
                .toList());
    }

    private static Json.Obj call(String[] name, CallReport.Count count) {
        return JsonRow.of(row -> row.text("service", name[0])
                .text("operation", name[1])
                .number("calls", count.calls())
                .number("throttled", count.throttled())
                .number("denied", count.denied())
                .number("milliseconds", count.took().toMillis()));
    }
}
