package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs each query in a process of its own, which is killed when it does not end. It gets rows, and no environment. */
public final class ChildQueries implements SqlQueries {
    /** For the engine to notice by itself that time is up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<String> command;
    private final RowSource source;
    private final List<ResourceType> types;
    private final Limits limits;

    /** {@code command} starts a process that does what {@link SandboxChild} does with its standard input and output. */
    public ChildQueries(List<String> command, RowSource source, Collection<ResourceType> types, Limits limits) {
        this.command = List.copyOf(command);
        this.source = source;
        this.types = List.copyOf(types);
        this.limits = limits;
    }

    @Override
    public SqlAnswer ask(String sql, Sight sight) {
        try {
            Process child = start();
            try (BufferedReader answers = child.inputReader(StandardCharsets.UTF_8)) {
                tell(child, sql, SeenRows.of(source, sight));
                return read(child, answers);
            } finally {
                child.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a process for the query cannot be run", e);
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Whoever refuses a query does not wait for the rows: that the pipe breaks is no trouble. */
    private void tell(Process child, String sql, RowSource rows) {
        try (Writer out = child.outputWriter(StandardCharsets.UTF_8)) {
            out.write(new SandboxChild.Order(sql, limits, types).text() + "\n");
            for (Sheet sheet : Sheet.values()) {
                for (String part : rows.stamps().keySet()) {
                    rows.rows(part, sheet, row -> write(out, Message.mark(sheet) + row.text() + "\n"));
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // what it says, or that it says nothing, is read next
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SqlAnswer read(Process child, BufferedReader answers) throws IOException {
        var lines = new ArrayList<String>();
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
