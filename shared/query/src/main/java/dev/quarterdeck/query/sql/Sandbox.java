package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.EngineException;
import dev.quarterdeck.query.engine.Filling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fresh engine with somebody's rows and nothing else, for one query. */
final class Sandbox implements AutoCloseable {
    private static final int THREADS = 2;

    private final Engine engine;
    private final Limits limits;
    private final Tabled tabled;

    Sandbox(Limits limits, Tabled tabled) {
        this.engine = Engine.open(limits.memory(), THREADS);
        this.limits = limits;
        this.tabled = tabled;
    }

    /** Why the text may not run, if so: known before there are rows. */
    Optional<String> objection(String sql) {
        return guard().objection(sql);
    }

    private Guard guard() {
        return new Guard(engine, tabled.names(), tabled.absent());
    }

    /** The rows that a text without objection takes. */
    Set<Sheet> needs(String sql) {
        return tabled.needs(guard().tables(sql));
    }

    void fill(RowSource source, Set<Sheet> needed) {
        for (Sheet sheet : tabled.sheets()) {
            engine.create(sheet, "");
        }
        for (Sheet sheet : needed) {
            try (var filling = new Filling(engine, sheet)) {
                source.stamps().keySet().forEach(part -> source.rows(part, sheet, filling::add));
            }
        }
        tabled.views().forEach(engine::run);
    }

    /** Only for a text without objection. */
    SqlAnswer ask(String sql) {
        try {
            return engine.askWithin(limits.time(), sql, this::rows);
        } catch (EngineException e) {
            return new SqlAnswer.Refused(
                    e.interrupted()
                            ? "the query took longer than %d seconds: ask for less"
                                    .formatted(limits.time().toSeconds())
                            : e.sentence());
        }
    }

    private SqlAnswer rows(Answer answer) throws SQLException {
        var rows = new ArrayList<Json.Arr>();
        long characters = 0;
        while (answer.next()) {
            Json.Arr row = row(answer);
            characters += row.text().length();
            if (rows.size() == limits.rows() || characters > limits.characters()) {
                return new SqlAnswer.Rows(answer.columns(), rows, true);
            }
            rows.add(row);
        }
        return new SqlAnswer.Rows(answer.columns(), rows, false);
    }

    private static Json.Arr row(Answer answer) throws SQLException {
        List<Json> values = new ArrayList<>();
        for (int i = 1; i <= answer.width(); i++) {
            values.add(answer.value(i));
        }
        return new Json.Arr(values);
    }

    @Override
    public void close() {
        engine.close();
    }
}
