package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.scan.Asking.Listed;
import dev.quarterdeck.collect.scan.Asking.Told;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Enrichment.Batch;
import dev.quarterdeck.collect.types.Enrichment.Each;
import dev.quarterdeck.collect.types.Enrichment.EachList;
import dev.quarterdeck.collect.types.Enrichment.Join;
import dev.quarterdeck.collect.types.Enrichment.Rows;
import dev.quarterdeck.collect.types.Enrichment.Taking;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One enrichment of one type, for some of its resources. */
final class EnrichmentStep {
    private static final int AT_ONCE = 16;
    private static final String NOT_TAKEN = "InvalidParameterException";

    private final Enriching enriching;
    private final Enrichment enrichment;
    private final Taking taking;
    private final Area area;

    EnrichmentStep(Enriching enriching, Enrichment enrichment, Area area) {
        this.enriching = enriching;
        this.enrichment = enrichment;
        this.taking = enrichment.taking();
        this.area = area;
    }

    void apply(List<Draft> drafts) {
        switch (enrichment.reach()) {
            case Each() -> Fork.each(drafts, AT_ONCE, this::each);
            case EachList(var paging) -> Fork.each(drafts, AT_ONCE, draft -> list(draft, paging));
            case Batch batch -> Fork.each(batches(drafts, batch), AT_ONCE, part -> batch(part, batch));
            case Join join -> join(drafts, join);
        }
    }

    private void each(Draft draft) {
        Told told = enriching.heard(
                call(draft, Map.of()),
                call -> enriching.asking().one(call),
                refused -> new Told(refused, Json.Null.VALUE));
        settle(draft, told.answer(), () -> taking.take().evaluate(told.value(), draft.scope()));
    }

    private void list(Draft draft, Paging paging) {
        Listed listed = listed(call(draft, Map.of()), paging);
        settle(draft, listed.answer(), () -> taken(listed.rows(), draft));
    }

    private Json taken(List<Json> rows, Draft draft) {
        return new Json.Arr(rows.stream()
                .map(row -> taking.take().evaluate(row, draft.scope()))
                .toList());
    }

    /** Only resources with the same region and otherwise the same input share a table: mostly all of them. */
    private void join(List<Draft> drafts, Join join) {
        Map<String, ?> others = enriching.joins().others(enrichment.ask());
        var tables = new HashMap<Call, Joins.Table>();
        for (Draft draft : drafts) {
            Call asked = join.rows().paging().isWhole()
                    ? enriching.callOfAccount(enrichment.ask(), draft)
                    : call(draft, others);
            Joins.Table table = tables.computeIfAbsent(asked, joint -> table(joint, draft, join));
            settle(draft, table.answer(), () -> own(table.rows(), join.rows(), draft));
        }
    }

    /** Where AWS does not take what other types put into the call, this one asks alone. */
    private Joins.Table table(Call joint, Draft draft, Join join) {
        Joins.Table table = enriching.joins().table(joint, enrichment, join.rows(), draft.scope());
        boolean refused =
                table.answer() instanceof Answer.Failed failed && failed.code().equals(NOT_TAKEN);
        return refused && enrichment.ask().together().isPresent()
                ? enriching.joins().table(call(draft, Map.of()), enrichment, join.rows(), draft.scope())
                : table;
    }

    /** Only resources with the same region and otherwise the same input go into one call. */
    private List<List<Draft>> batches(List<Draft> drafts, Batch batch) {
        var groups = new LinkedHashMap<Call, List<Draft>>();
        drafts.forEach(draft -> groups.computeIfAbsent(call(draft, Map.of()), _ -> new ArrayList<>())
                .add(draft));
        var batches = new ArrayList<List<Draft>>();
        for (List<Draft> group : groups.values()) {
            for (int from = 0; from < group.size(); from += batch.size()) {
                batches.add(group.subList(from, Math.min(from + batch.size(), group.size())));
            }
        }
        return batches;
    }

    private void batch(List<Draft> drafts, Batch batch) {
        List<String> names = drafts.stream()
                .flatMap(draft -> Expression.text(batch.from().evaluate(draft.scope())).stream())
                .distinct()
                .toList();
        Listed listed = listed(
                call(drafts.getFirst(), Map.of(batch.param(), names)),
                batch.rows().paging());
        if (listed.answer() instanceof Answer.Absent && drafts.size() > 1) {
            // One of them has gone since it was listed, and AWS does not say which.
            batch(drafts.subList(0, drafts.size() / 2), batch);
            batch(drafts.subList(drafts.size() / 2, drafts.size()), batch);
            return;
        }
        Map<String, Json> rows = byKey(listed.rows(), batch.rows(), drafts.getFirst());
        drafts.forEach(draft -> settle(draft, listed.answer(), () -> own(rows, batch.rows(), draft)));
    }

    private Map<String, Json> byKey(List<Json> listed, Rows rows, Draft any) {
        var byKey = new HashMap<String, Json>();
        for (Json row : listed) {
            Expression.text(rows.key().evaluate(row, any.scope()))
                    .ifPresent(key -> byKey.put(key, taking.take().evaluate(row, any.scope())));
        }
        return byKey;
    }

    private Json own(Map<String, Json> taken, Rows rows, Draft draft) {
        return Expression.text(rows.on().evaluate(draft.scope()))
                .map(taken::get)
                .orElse(taking.otherwise());
    }

    private Call call(Draft draft, Map<String, ?> more) {
        return enriching.call(enrichment.ask(), draft, more);
    }

    private Listed listed(Call asked, Paging paging) {
        return enriching.heard(
                asked, call -> enriching.asking().all(call, paging), refused -> new Listed(refused, List.of()));
    }

    private void settle(Draft draft, Answer answer, Supplier<Json> value) {
        switch (answer) {
            case Answer.Done _ -> store(draft, value.get());
            case Answer.Absent _ -> store(draft, taking.otherwise());
            case Answer.Failure failure -> {
                Refusal refusal = Refusal.of(failure);
                draft.missing(enrichment.name(), taking.into(), refusal.brief());
                area.gap(enrichment.name(), refusal);
            }
        }
    }

    private void store(Draft draft, Json value) {
        if (!taking.merges()) {
            draft.put(enrichment.name(), enriching.clock().instant(), taking.into(), value);
        } else {
            Json.Obj members = value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
            draft.merge(enrichment.name(), enriching.clock().instant(), members);
        }
    }
}
