package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFolder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of one look, which a scan wrote into a folder. */
record FolderQuestion(Shell shell, FactFolder facts, AskedFor asked) {
    /** Columns that only a hub fills: docs/schemas says which a scan writes. */
    private static final Set<String> OF_A_HUB = Set.of(
            "environment",
            "team_id",
            "owner_source",
            "created_by",
            "first_seen",
            "last_seen",
            "changed_at",
            "cost_30d",
            "currency");

    static FolderQuestion read(Shell shell, FactFolder facts, Wording wording) {
        AskedFor asked = asked(shell, wording);
        if (asked.question().at().isPresent()) {
            throw Refusal.usage("--filter: a folder holds one look: 'at' asks a hub, which keeps all of them");
        }
        return new FolderQuestion(shell, facts, asked);
    }

    private static AskedFor asked(Shell shell, Wording wording) {
        try {
            return AskedFor.of(wording, new CatalogWords(shell.knowledge()::types), AskedFor.Place.OPTIONS);
        } catch (FailureException e) {
            throw e.failure() instanceof Failure.Invalid(var violations)
                    ? Refusal.usage(violations.stream()
                            .map(violation -> "%s: %s".formatted(violation.at(), violation.why()))
                            .collect(Collectors.joining("; ")))
                    : e;
        }
    }

    List<String> columns() {
        return asked.shape().fields().stream().map(Field::text).toList();
    }

    ListRequest request(ListRequest.Page page) {
        return new ListRequest(
                asked.question().filter(),
                ListRequest.When.now(shell.clock().instant()),
                new Sight.Everything(),
                asked.shape(),
                page);
    }

    /** What people are told of so many rows out of all. */
    String remark(long shown, long all) {
        return ListRemark.of(shown, all, gaps(), "'quarterdeck query' on coverage") + notKnown();
    }

    private long gaps() {
        return facts.run().get("gaps").orElse(Json.Null.VALUE) instanceof Json.Num(var number) ? number.longValue() : 0;
    }

    /** Nobody shall take for an answer what could not be one. */
    private String notKnown() {
        String names = Filter.fields(asked.question().filter())
                .map(Field::text)
                .filter(OF_A_HUB::contains)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; a folder does not know %s: only a hub does".formatted(names);
    }
}
