package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.filter.Forms;
import java.util.List;

/** How the engine reads a value as text, number, time, version or address: as docs/filters.md says, null where it cannot. */
final class Readers {
    static final List<String> MACROS = List.of(
            // A member that is null is absent.
            "q_here(j) AS (CASE WHEN json_type(j) <> 'NULL' THEN j END)",
            "q_at(j, p) AS (q_here(json_extract(j, p)))",
            "q_text(j) AS (CASE WHEN json_type(j) = 'VARCHAR' THEN j->>'$' END)",
            "q_same(j, t) AS (CASE WHEN j IS NOT NULL THEN coalesce(q_text(j) = t, FALSE) END)",
            "q_flag(j, t) AS (CASE WHEN j IS NOT NULL THEN json_type(j) IN ('BOOLEAN', 'VARCHAR') AND (j->>'$') = t END)",
            "q_decimal(t) AS (TRY_CAST(t AS DECIMAL(38,9)))",
            """
            q_number(j) AS (CASE
                WHEN json_type(j) IN ('UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT') THEN q_decimal(j->>'$')
                WHEN regexp_full_match(q_text(j), '%s') THEN q_decimal(j->>'$') END)""".formatted(Forms.NUMBER),
            """
            q_equals(j, n, t) AS (CASE
                WHEN json_type(j) = 'VARCHAR' THEN (j->>'$') = t
                WHEN j IS NOT NULL THEN coalesce(q_number(j) = n, FALSE) END)""",
            """
            q_time(t) AS (CASE WHEN regexp_full_match(t, '%s')
                THEN TRY_CAST(regexp_extract(t, '%s', 1) || ' ' || coalesce(nullif(regexp_extract(t, '%s', 2), ''), '00:00:00') AS TIMESTAMP) END)""".formatted(Forms.TIME, Forms.TIME, Forms.TIME),
            """
            q_version(t) AS (CASE WHEN regexp_matches(t, '%s') THEN list_transform(
                string_split(regexp_replace(regexp_replace(regexp_extract(t, '%s', 1), '(^|\\.)0+([0-9])', '\\1\\2', 'g'), '(\\.0)+$', ''), '.'),
                lambda part: CAST(part AS BIGINT)) END)""".formatted(Forms.VERSION, Forms.VERSION),
            """
            q_four(a) AS (CASE WHEN regexp_full_match(a, '%s') THEN '4' || array_to_string(list_transform(
                string_split(a, '.'), lambda part: lpad(bin(TRY_CAST(part AS INTEGER)), 8, '0')), '') END)""".formatted(Forms.IPV4),
            "q_groups(t) AS (CASE WHEN t = '' THEN [] ELSE string_split(t, ':') END)",
            """
            q_filled(l, r, gap) AS (CASE
                WHEN gap AND len(l) + len(r) < 8 THEN list_concat(list_concat(l, repeat(['0'], 8 - len(l) - len(r))), r)
                WHEN NOT gap AND len(l) = 8 THEN l END)""",
            """
            q_six(a) AS (CASE WHEN regexp_full_match(a, '%s') THEN '6' || array_to_string(list_transform(
                q_filled(q_groups(split_part(a, '::', 1)), q_groups(split_part(a, '::', 2)), contains(a, '::')),
                lambda part: lpad(bin(TRY_CAST('0x' || part AS INTEGER)), 16, '0')), '') END)""".formatted(Forms.IPV6),
            """
            q_network(t) AS (CASE
                WHEN regexp_full_match(t, '(?:%s)(?:/(?:%s))?')
                THEN left(q_four(split_part(t, '/', 1)), 1 + coalesce(TRY_CAST(nullif(split_part(t, '/', 2), '') AS INTEGER), 32))
                WHEN regexp_full_match(t, '(?:%s)(?:/(?:%s))?')
                THEN left(q_six(split_part(t, '/', 1)), 1 + coalesce(TRY_CAST(nullif(split_part(t, '/', 2), '') AS INTEGER), 128)) END)""".formatted(Forms.IPV4, Forms.IPV4_PREFIX, Forms.IPV6, Forms.IPV6_PREFIX));

    private Readers() {}
}
