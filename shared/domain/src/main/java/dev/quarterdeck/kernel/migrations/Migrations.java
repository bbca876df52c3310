package dev.quarterdeck.kernel.migrations;

import dev.quarterdeck.kernel.migrations.Migration.Direction;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema of the hub's rows and how to change it: forward and back, a page of rows a transaction, with its own place
 * written along. Interrupted at any moment it goes on from there, or turns round. Whoever else writes meanwhile writes the
 * form that is being gone to, as a deployed hub's functions do.
 */
public final class Migrations {
    private static final int ROWS_AT_ONCE = 50;

    private final Table table;
    private final List<Migration> migrations;

    /** The migrations from version 2 on, in order, without a gap. */
    public Migrations(Table table, List<? extends Migration> migrations) {
        this.table = table;
        this.migrations = List.copyOf(migrations);
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 2) {
                throw new IllegalArgumentException("migration %d must be version %d".formatted(i, i + 2));
            }
        }
    }

    /** The version that this program wants. */
    public int newest() {
        return migrations.size() + 1;
    }

    public int current() {
        return progress().version();
    }

    /** Whether a change of schema was begun and has not ended. */
    public boolean underway() {
        return progress().underway().isPresent();
    }

    /** Marks a store in which nothing is yet. */
    public void begin() {
        table.write(Write.put(Progress.START.reached(newest()).next()).when(Condition.ABSENT));
    }

    /** What {@link #run} would do, and how many rows each step would change now. Changes nothing. */
    public Map<Step, Integer> plan(int to) {
        var plan = new LinkedHashMap<Step, Integer>();
        Progress progress = progress();
        for (Optional<Step> step = next(progress, to); step.isPresent(); step = next(progress, to)) {
            plan.put(step.get(), count(step.get()));
            progress = progress.reached(step.get().reached());
        }
        return plan;
    }

    /** Does the next step on the way to a version, if there is one, and says which it was. */
    public Optional<Step> run(int to) {
        Optional<Step> step = next(progress(), to);
        step.ifPresent(this::run);
        return step;
    }

    private Optional<Step> next(Progress progress, int to) {
        if (to < 1 || to > newest()) {
            throw new IllegalArgumentException("there are schemas 1 to %d, not %d".formatted(newest(), to));
        }
        int between = progress.underway()
                .map(Progress.Underway::migration)
                .orElse(to > progress.version() ? progress.version() + 1 : progress.version());
        if (progress.underway().isEmpty() && to == progress.version()) {
            return Optional.empty();
        }
        return Optional.of(new Step(migrations.get(between - 2), to >= between ? Direction.FORWARD : Direction.BACK));
    }

    private int count(Step step) {
        int rows = 0;
        for (Query query : step.migration().rows(step.direction())) {
            for (Optional<Query> next = Optional.of(query); next.isPresent(); ) {
                Page page = table.query(next.get());
                rows += changes(page, step).size();
                next = page.next().map(query::from);
            }
        }
        return rows;
    }

    private void run(Step step) {
        boolean done = false;
        while (!done) {
            Progress progress = progress();
            Progress.Underway place =
                    progress.underway().filter(some -> some.is(step)).orElseGet(() -> Progress.Underway.begin(step));
            done = advance(progress, place, step);
        }
    }

    /** A page further. Where something moved meanwhile nothing is written, and the next turn sees it. */
    private boolean advance(Progress progress, Progress.Underway place, Step step) {
        List<Query> queries = step.migration().rows(step.direction());
        if (place.query() < queries.size()) {
            Query query = queries.get(place.query()).limit(ROWS_AT_ONCE);
            Page page = table.query(place.from().map(query::from).orElse(query));
            List<Write> writes = changes(page, step);
            int changed = place.changed() + writes.size();
            var next = page.next()
                    .map(cursor -> place(step, place.query(), Optional.of(cursor), changed))
                    .orElseGet(() -> place(step, place.query() + 1, Optional.empty(), changed));
            write(writes, progress, progress.at(next));
            return false;
        }
        boolean quiet = place.changed() == 0; // an index may have hidden some rows from this pass
        Progress next = quiet ? progress.reached(step.reached()) : progress.at(Progress.Underway.begin(step));
        return write(List.of(), progress, next) && quiet;
    }

    private static Progress.Underway place(Step step, int query, Optional<Cursor> from, int changed) {
        return new Progress.Underway(step.migration().version(), step.direction(), query, from, changed);
    }

    /** What an index says of a row may be old: the rows themselves are asked. */
    private List<Write> changes(Page page, Step step) {
        var writes = new ArrayList<Write>();
        var keys = page.rows().stream().map(Row::key).toList();
        for (Row row : table.get(keys).values()) {
            step.migration()
                    .changed(row, step.direction())
                    .map(changed -> Write.put(changed).when(new Condition.VersionIs(row.version())))
                    .ifPresent(writes::add);
        }
        return writes;
    }

    private boolean write(List<Write> writes, Progress before, Progress after) {
        var all = new ArrayList<>(writes);
        all.add(Write.put(after.next())
                .when(before.row() == 0 ? Condition.ABSENT : new Condition.VersionIs(before.row())));
        return table.write(all).done();
    }

    private Progress progress() {
        return table.get(Progress.KEY).map(Progress::from).orElse(Progress.START);
    }
}
