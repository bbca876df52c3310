package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The other side of {@link ChildQueries}: a process that is told a query and rows, answers, and ends. */
public final class SandboxChild {
    private final BufferedReader in;
    private final PrintStream out;

    public SandboxChild(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    public void serve() throws IOException {
        Order order = Order.read(Optional.ofNullable(in.readLine()).orElse(""));
        try (var sandbox = new Sandbox(order.limits(), order.tabled())) {
            Optional<String> objection = sandbox.objection(order.sql());
            if (objection.isPresent()) {
                say(new SqlAnswer.Refused(objection.get()));
                return;
            }
            Set<Sheet> needed = sandbox.needs(order.sql());
            out.println(Message.needs(needed));
            out.flush();
            sandbox.fill(new Told(in), needed);
            out.println(Message.READY);
            out.flush();
            say(sandbox.ask(order.sql()));
        }
    }

    private void say(SqlAnswer answer) {
        Message.lines(answer).forEach(out::println);
        out.flush();
    }

    /** What is to be run, and how far it may go. */
    record Order(String sql, Limits limits, Tabled tabled) {
        String text() {
            return Json.Obj.EMPTY
                    .with("sql", Json.of(sql))
                    .with("rows", Json.of(limits.rows()))
                    .with("characters", Json.of(limits.characters()))
                    .with("millis", Json.of(limits.time().toMillis()))
                    .with("memory", Json.of(limits.memory()))
                    .with(
                            "sheets",
                            Json.of(tabled.sheets().stream()
                                    .map(sheet -> Json.of(sheet.name()))
                                    .toList()))
                    .with(
                            "types",
                            Json.of(tabled.types().stream()
                                    .map(type -> Json.of(type.name()))
                                    .toList()))
                    .text();
        }

        static Order read(String line) {
            var fields = Fields.of((Json.Obj) Json.parse(line));
            return new Order(
                    fields.text("sql"),
                    new Limits(
                            Math.toIntExact(fields.whole("rows")),
                            fields.whole("characters"),
                            Duration.ofMillis(fields.whole("millis")),
                            fields.text("memory"),
                            Patience.ENDLESS), // rows come when they are sent
                    new Tabled(
                            Set.copyOf(fields.texts("sheets", Sheet::valueOf)),
                            fields.texts("types", ResourceType::new)));
        }
    }

    /** Rows as they come in, each behind the first letter of its table, tables in their order. */
    private static final class Told implements RowSource {
        private final BufferedReader in;
        private Optional<String> next;

        Told(BufferedReader in) {
            this.in = in;
            this.next = line();
        }

        private Optional<String> line() {
            try {
                return Optional.ofNullable(in.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> stamps() {
            return Map.of("told", "");
        }

        @Override
        public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
            char mark = Message.mark(sheet);
            while (next.isPresent() && next.get().charAt(0) == mark) {
                sink.accept((Json.Obj) Json.parse(next.get().substring(1)));
                next = line();
            }
        }
    }
}
