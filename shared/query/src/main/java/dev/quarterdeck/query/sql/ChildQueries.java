package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.inventory.asking.SqlSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs each query in a process of its own, which is killed when it does not end. It gets rows, and no environment. */
public final class ChildQueries implements SqlQueries {
    /** For the engine to notice by itself that time is up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<String> command;
    private final RowSource source;
    private final Tabled tabled;
    private final Limits limits;

    /** {@code command} starts a process that does what {@link SandboxChild} does with its standard input and output. */
    public ChildQueries(List<String> command, RowSource source, Collection<ResourceType> types, Limits limits) {
        this.command = List.copyOf(command);
        this.source = source;
        this.tabled = new Tabled(source.sheets(), List.copyOf(types));
        this.limits = limits;
    }

    @Override
    public SqlAnswer ask(String sql, Sight sight) {
        try {
            Process child = start();
            try (BufferedReader answers = child.inputReader(StandardCharsets.UTF_8)) {
                return read(child, answers, told(child, answers, sql, SeenRows.of(source, sight)));
            } finally {
                child.destroyForcibly();
            }
        } catch (TooManyRows _) {
            return new SqlAnswer.Refused(
                    "the rows that it takes cannot be read in %d seconds: a list with a filter can be"
                            .formatted(limits.reading().limit().toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException("a process for the query cannot be run", e);
        }
    }

    @Override
    public SqlSchema schema() {
        return tabled.schema();
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /**
     * Tells the query, and the rows it takes if it may run; else the first line of what is said against it. That the pipe
     * breaks is no trouble: what the other side says, or that it says nothing, is read next.
     */
    private Optional<String> told(Process child, BufferedReader answers, String sql, RowSource rows) {
        try (Writer out = child.outputWriter(StandardCharsets.UTF_8)) {
            out.write(new SandboxChild.Order(sql, limits, tabled).text() + "\n");
            out.flush();
            Optional<String> said = Optional.ofNullable(answers.readLine());
            List<Sheet> needed = said.flatMap(Message::needed).orElse(List.of());
            BooleanSupplier over = limits.reading().begin();
            Set<String> parts = rows.stamps().keySet();
            for (Sheet sheet : needed) {
                for (String part : parts) {
                    if (over.getAsBoolean()) {
                        throw new TooManyRows();
                    }
                    rows.rows(part, sheet, row -> write(out, Message.mark(sheet) + row.text() + "\n"));
                }
            }
            return said.filter(line -> Message.needed(line).isEmpty());
        } catch (IOException | BrokenPipe _) {
            return Optional.empty();
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new BrokenPipe(e);
        }
    }

    private static final class TooManyRows extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class BrokenPipe extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenPipe(IOException cause) {
            super(cause);
        }
    }

    private SqlAnswer read(Process child, BufferedReader answers, Optional<String> first) throws IOException {
        var lines = new ArrayList<String>(first.stream().toList());
        CompletableFuture<Process> killing = CompletableFuture.completedFuture(child);
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(Message.READY)) {
                killing = killLate(child);
            } else {
                lines.add(line);
            }
        }
        killing.cancel(false);
        return Message.answer(lines)
                .orElseGet(() -> new SqlAnswer.Refused(
                        "the query took more than %d seconds or more memory than it may: ask for less"
                                .formatted(limits.time().toSeconds())));
    }

    private CompletableFuture<Process> killLate(Process child) {
        return new CompletableFuture<Process>()
                .completeOnTimeout(child, limits.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((late, _) -> {
                    if (late != null) {
                        late.destroyForcibly();
                    }
                });
    }
}
