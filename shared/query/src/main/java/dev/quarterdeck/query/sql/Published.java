package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.inventory.asking.SqlSchema.Absent;
import dev.quarterdeck.inventory.asking.SqlSchema.Example;
import dev.quarterdeck.inventory.asking.SqlSchema.Table;
import dev.quarterdeck.query.engine.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What people are told of the tables they may ask. */
final class Published {
    private static final String ONE_LOOK = "a folder holds one look: ask a hub, without --in";

    /** Known by name, and without rows that would be true. */
    private static final List<Absent> NEVER = List.of(
            new Absent(
                    "resources_history",
                    "is not kept as rows: 'changes' has what became of each, a filter's 'at' what was then"),
            new Absent("costs", "is not there: no bills are read"),
            new Absent("calls", "is not there: a scan counts its calls and does not keep them one by one"),
            new Absent("scans", "is not there: '/api/scans' lists them"),
            new Absent("teams", "is not there: the hub keeps no teams"));

    /** One question a query; each is run by a test. */
    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "How many resources of each type are there, and how many can anybody reach?",
                    "SELECT type, count(*) AS resources, count(*) FILTER (public = 'yes') AS public\nFROM resources GROUP BY type ORDER BY resources DESC"),
            new Example(
                    "Which machines are of an old generation?",
                    "SELECT account_name, region, name, config->>'$.InstanceType' AS kind\nFROM aws_ec2_instance WHERE kind SIMILAR TO '(t2|m4|c4|r4)[.].*'"),
            new Example(
                    "Which keys encrypt most?",
                    "SELECT k.name, k.account_name, count(*) AS uses\nFROM edges e JOIN aws_kms_key k ON k.uid = e.to_uid\nWHERE e.rel = 'encrypted-by' GROUP BY ALL ORDER BY uses DESC LIMIT 20"),
            new Example(
                    "Which tags are in use, however they are spelt, and in how many accounts?",
                    "SELECT t.key_norm, list(DISTINCT t.key) AS keys, count(*) AS resources, count(DISTINCT r.account_id) AS accounts\nFROM tags t JOIN resources r USING (uid) GROUP BY ALL ORDER BY resources DESC"),
            new Example(
                    "Who has an address of this network?",
                    "SELECT r.type, r.name, i.value FROM identifiers i JOIN resources r USING (uid)\nWHERE i.kind LIKE '%ip%' AND i.value LIKE '10.0.3.%'"),
            new Example(
                    "Where did nobody look, and why?",
                    "SELECT account_id, region, status, reason, missing_action, count(*) AS types\nFROM coverage WHERE status <> 'looked' GROUP BY ALL ORDER BY types DESC"),
            new Example(
                    "What points to something that is not there?",
                    "SELECT r.type, r.name, e.rel, e.to_arn\nFROM edges e JOIN resources r ON r.uid = e.from_uid WHERE e.dangling ORDER BY ALL LIMIT 100"));

    /** Of a hub alone. */
    private static final List<Example> OF_A_HUB = List.of(
            new Example(
                    "Which accounts were not scanned for a week?",
                    "SELECT account_id, name, environment, last_scan_at FROM accounts\nWHERE last_scan_at IS NULL OR last_scan_at < now()::TIMESTAMP - INTERVAL 7 DAY"),
            new Example(
                    "Which fields change most?",
                    "SELECT type, path, count(*) AS changes FROM changes\nWHERE kind = 'changed' GROUP BY ALL ORDER BY changes DESC LIMIT 20"));

    private Published() {}

    static SqlSchema schema(Set<Sheet> sheets, Collection<ResourceType> types) {
        return new SqlSchema(
                Stream.concat(
                                sheets.stream().sorted().map(sheet -> new Table(sheet.toString(), Tables.of(sheet))),
                                DerivedTable.ALL.stream().map(it -> new Table(it.name(), it.columns())))
                        .toList(),
                types.stream().map(type -> new TypeView(type).name()).sorted().toList(),
                absent(sheets),
                sheets.equals(Sheet.ALL)
                        ? Stream.concat(EXAMPLES.stream(), OF_A_HUB.stream()).toList()
                        : EXAMPLES);
    }

    private static List<Absent> absent(Set<Sheet> sheets) {
        return Stream.concat(
                        Stream.of(Sheet.values())
                                .filter(sheet -> !sheets.contains(sheet))
                                .map(sheet -> new Absent(sheet.toString(), "is not there: " + ONE_LOOK)),
                        NEVER.stream())
                .toList();
    }
}
