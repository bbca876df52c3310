package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.Csv;
import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FieldSql.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** All that a request is about, on its way into one file. */
record ResourceFile(Engine engine, ListRequest request, Matching matching) {
    private static final int TOLD = 1_000;

    /** A row has each once, however often it is asked for. */
    private List<Field> fields() {
        return request.shape().fields().stream().distinct().toList();
    }

    private Fragment query(List<Fragment> columns) {
        return matching.select(
                Fragment.joined(columns, ", "),
                Fragment.of("TRUE"),
                Key.sorted(Key.of(request.shape().order())));
    }

    private static Fragment value(Field field) {
        return FieldSql.value(field, Place.OUTERMOST);
    }

    /** Columns keep their types; what AWS answered is JSON. */
    void parquet(Path file, ResourceFiles.Reader reader) {
        List<Fragment> columns = fields().stream()
                .map(field -> Fragment.of("{} AS %s".formatted(quoted(field.text(), '"')), value(field)))
                .toList();
        long rows = engine.change(Fragment.of(
                "COPY ({}) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(quoted(file.toString(), '\'')),
                query(columns)));
        reader.told(rows);
    }

    private static String quoted(String text, char quote) {
        return quote + text.replace(String.valueOf(quote), String.valueOf(quote).repeat(2)) + quote;
    }

    void lines(FileForm form, Path file, ResourceFiles.Reader reader) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(form.beginning().orElse(""));
            if (form.kind() == FileForm.Kind.CSV) {
                out.write(csv(
                        fields().stream().map(Field::text).<Json>map(Json::of).toList()));
            }
            long rows = engine.ask(
                    query(fields().stream().map(ResourceFile::value).toList()),
                    answer -> lines(answer, form, out, reader));
            reader.told(rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long lines(Answer answer, FileForm form, BufferedWriter out, ResourceFiles.Reader reader)
            throws SQLException {
        long rows = 0;
        while (answer.next()) {
            Json.Obj row = DuckDbResourceLists.row(answer, fields());
            write(
                    out,
                    form.kind() == FileForm.Kind.CSV
                            ? csv(List.copyOf(row.members().values()))
                            : row.text() + "\n");
            if (++rows % TOLD == 0) {
                reader.told(rows);
            }
        }
        return rows;
    }

    /** Lines end as RFC 4180 has it. */
    private static String csv(List<Json> values) {
        return Csv.line(values) + "\r\n";
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
