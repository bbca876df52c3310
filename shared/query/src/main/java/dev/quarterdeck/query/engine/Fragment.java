package dev.quarterdeck.query.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of SQL with the values for its question marks. What somebody typed is only ever a value. */
public record Fragment(String sql, List<Object> values) {
    private static final String HOLE = "{}";

    public Fragment {
        values = List.copyOf(values);
    }

    /** A template whose holes are filled in turn: with fragments as they stand, with anything else as a value. */
    public static Fragment of(String template, Object... parts) {
        var sql = new StringBuilder();
        var values = new ArrayList<Object>();
        int from = 0;
        for (Object part : parts) {
            int hole = template.indexOf(HOLE, from);
            sql.append(template, from, hole);
            if (part instanceof Fragment fragment) {
                sql.append(fragment.sql);
                values.addAll(fragment.values);
            } else {
                sql.append('?');
                values.add(part);
            }
            from = hole + HOLE.length();
        }
        return new Fragment(sql.append(template, from, template.length()).toString(), values);
    }

    public static Fragment joined(List<Fragment> parts, String between) {
        return new Fragment(
                parts.stream().map(Fragment::sql).collect(Collectors.joining(between)),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }
}
