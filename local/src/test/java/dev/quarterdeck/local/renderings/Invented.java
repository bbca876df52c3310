package dev.quarterdeck.local.renderings;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.model.ModelIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A resource that AWS might have, and the members that each enrichment alone tells of it. */
record Invented(TypeDefinition type, AccountId account, Json.Obj config, Map<String, Set<String>> alone) {
    private static final String ELEMENTS = "[]";
    private static final Json.Obj PARENT = new Members()
            .put("clusterArn", "arn:aws:ecs:eu-west-1:111122223333:cluster/parent")
            .put("name", "parent")
            .put("Id", "parent")
            .put("Name", "parent")
            .json();

    static Invented of(TypeDefinition type, AccountId account, ModelIndex models, Inventor inventor) {
        Json listed = answer(type.listing().ask(), models, inventor);
        Json row = rows(listed, type.listing().paging()).findFirst().orElse(Json.Null.VALUE);
        var draft = new Draft(
                type,
                origin(account),
                row instanceof Json.Obj object
                        ? object
                        : Json.of(Map.of(type.listing().as().orElse("Value"), row)));
        var alone = new HashMap<String, Set<String>>();
        for (Enrichment enrichment : type.enrichments()) {
            Set<String> before = Set.copyOf(draft.config().members().keySet());
            tell(draft, enrichment, taken(enrichment, answer(enrichment.ask(), models, inventor), draft));
            var told = new TreeSet<>(draft.config().members().keySet());
            told.removeAll(before);
            alone.put(enrichment.name(), told);
        }
        Json config = draft.config();
        for (FieldPath path : type.upkeep().json()) {
            config = Spots.changed(path, config, _ -> Optional.of(inventor.document()));
        }
        return new Invented(type, account, (Json.Obj) config, alone);
    }

    private static Draft.Origin origin(AccountId account) {
        return new Draft.Origin("aws", account, "eu-west-1", PARENT);
    }

    Invented with(Json.Obj other) {
        return new Invented(type, account, other, alone);
    }

    /** The same, as another catalog understands it. */
    Invented of(TypeDefinition other) {
        return new Invented(other, account, config, alone);
    }

    private static Json answer(Ask ask, ModelIndex models, Inventor inventor) {
        return models.service(ask.service())
                .operation(ask.operation())
                .output()
                .map(inventor::answer)
                .orElse(Json.Obj.EMPTY);
    }

    private static Json taken(Enrichment enrichment, Json answer, Draft draft) {
        Expression take = enrichment.taking().take();
        return switch (enrichment.reach()) {
            case Enrichment.Each() -> take.evaluate(answer, draft.scope());
            case Enrichment.EachList(var paging) ->
                Json.of(rows(answer, paging)
                        .map(row -> take.evaluate(row, draft.scope()))
                        .toList());
            case Enrichment.Batch batch -> ofRow(answer, batch.rows(), take, draft);
            case Enrichment.Join join -> ofRow(answer, join.rows(), take, draft);
        };
    }

    private static Json ofRow(Json answer, Enrichment.Rows rows, Expression take, Draft draft) {
        return rows(answer, rows.paging())
                .findFirst()
                .map(row -> take.evaluate(row, draft.scope()))
                .orElse(Json.Null.VALUE);
    }

    private static void tell(Draft draft, Enrichment enrichment, Json value) {
        if (enrichment.taking().merges()) {
            draft.merge(enrichment.name(), Instant.EPOCH, value instanceof Json.Obj object ? object : Json.Obj.EMPTY);
        } else {
            draft.put(enrichment.name(), Instant.EPOCH, enrichment.taking().into(), value);
        }
    }

    /** The items of an answer, with what those around them tell. */
    private static Stream<Json> rows(Json answer, Paging paging) {
        return paging.isWhole()
                ? Stream.of(answer)
                : rows(answer, List.of(paging.items().split("\\.", -1)), paging.carry(), Map.of());
    }

    private static Stream<Json> rows(Json here, List<String> path, List<String> carry, Map<String, Json> carried) {
        if (path.isEmpty()) {
            var item = new LinkedHashMap<>(carried);
            if (here instanceof Json.Obj(var members)) {
                item.putAll(members);
            }
            return Stream.of(here instanceof Json.Obj ? Json.of(item) : here);
        }
        if (!(here instanceof Json.Obj object)) {
            return Stream.empty();
        }
        var more = new LinkedHashMap<>(carried);
        carry.forEach(name -> object.get(name).ifPresent(value -> more.put(name, value)));
        String step = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        Json next = object.get(step.replace(ELEMENTS, "")).orElse(Json.Null.VALUE);
        return step.endsWith(ELEMENTS) && next instanceof Json.Arr(var items)
                ? items.stream().flatMap(item -> rows(item, rest, carry, more))
                : rows(next, rest, carry, more);
    }

    /** As a scan reads it. */
    Draft read(Json.Obj rendered, Instant at) {
        return read(rendered, at, Optional.empty());
    }

    /** As a scan reads it that is refused one of the enrichments. */
    Draft read(Json.Obj rendered, Instant at, Optional<Enrichment> refused) {
        var left = new LinkedHashMap<>(rendered.members());
        refused.ifPresent(enrichment -> left.keySet().removeAll(alone.getOrDefault(enrichment.name(), Set.of())));
        Json.Obj known = Json.of(left);
        var draft = new Draft(type, origin(account), known);
        for (Enrichment enrichment : type.enrichments()) {
            String into = enrichment.taking().into();
            if (refused.filter(enrichment::equals).isPresent()) {
                draft.missing(enrichment.name(), into, "AccessDenied");
            } else if (enrichment.taking().merges()) {
                draft.merge(enrichment.name(), at, Json.Obj.EMPTY);
            } else {
                draft.put(enrichment.name(), at, into, known.get(into).orElse(Json.Null.VALUE));
            }
        }
        return draft;
    }
}
