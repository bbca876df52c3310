package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.scanning.Pulse;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Use case: write what exports wait for, one after the other. A writer that gives no sign of life for two minutes is taken
 * for dead and its export is begun anew; should it live after all, only one of the two files counts.
 */
public final class ExportWork {
    private static final Duration SILENT = Duration.ofMinutes(2);

    /** One that so many writers were lost over is not the writers' trouble. */
    private static final int MOST_TURNS = 3;

    private final Exports exports;
    private final ExportMeans means;
    private final Pulse pulse;
    private final Clock clock;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    public ExportWork(Exports exports, ExportMeans means, Pulse pulse, Clock clock) {
        this.exports = exports;
        this.means = means;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Writes one that nobody writes; false if there is none. */
    public boolean next() {
        Optional<Turn> turn =
                exports.open().stream().flatMap(export -> take(export).stream()).findFirst();
        turn.ifPresent(this::write);
        return turn.isPresent();
    }

    /** For the one process that has the table to itself, which knows that nobody else writes when it begins. */
    public void reclaim() {
        exports.open().forEach(export -> {
            if (export.stage() instanceof Stage.Running running) {
                var _ = exports.move(export, new Stage.Waiting(running.begun()));
            }
        });
    }

    private Optional<Turn> take(Export export) {
        return switch (export.stage()) {
            case Stage.Waiting(int begun) -> begin(export, begun);
            case Stage.Running running
            when running.beatAt().plus(SILENT).isBefore(clock.instant()) -> begin(export, running.begun());
            case Stage.Running _, Stage.Done _, Stage.Failed _ -> Optional.empty();
        };
    }

    private Optional<Turn> begin(Export export, int before) {
        Instant now = clock.instant();
        if (before == MOST_TURNS) {
            String why = "it was begun %d times, and whoever wrote it was gone before the end".formatted(before);
            var _ = exports.move(export, new Stage.Failed(now, why));
            return Optional.empty();
        }
        return exports.move(export, new Stage.Running(before + 1, now, 0, 0))
                .map(taken -> new Turn(exports, taken, before + 1, clock));
    }

    /** Leaves what is being written to whoever goes on. */
    public void stop() {
        turns.forEach(Turn::leave);
    }

    private void write(Turn turn) {
        turns.add(turn);
        try (var _ = pulse.begin(turn::beat)) {
            written(turn);
        } catch (Lost _) {
            means.objects().delete(turn.object());
        } catch (FailureException e) {
            fail(turn, why(e.failure()));
        } catch (IOException e) {
            fail(turn, "the file could not be written: the hub's log says why");
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            fail(turn, "something broke while it was written: the hub's log says what");
            throw e;
        } finally {
            turns.remove(turn);
        }
    }

    private void written(Turn turn) throws IOException {
        Export export = turn.export();
        var place = AskedFor.Place.BODY;
        AskedFor asked = AskedFor.of(export.wish().wording(), means.words(), place);
        var request = new ListRequest(
                asked.question().filter(),
                export.frozen().when(),
                export.frozen().sight(),
                asked.shape(),
                ListRequest.Page.ALL);
        means.filing().files().write(request, export.wish().form(), new FileKeeper(turn, request, means, clock));
    }

    /** Nothing half written stays, and nothing that nobody may have. */
    private void fail(Turn turn, String why) {
        means.objects().delete(turn.object());
        try {
            turn.end(new Stage.Failed(clock.instant(), why));
        } catch (Lost _) {
            // then it is not this one's to say
        }
    }

    private static String why(Failure failure) {
        return switch (failure) {
            case Failure.Invalid(var violations) ->
                violations.stream()
                        .map(violation -> violation.at().substring(1) + " " + violation.why())
                        .collect(Collectors.joining("; "));
            case Failure.Forbidden forbidden -> forbidden.why();
            case Failure.Conflict(var why) -> why;
            case Failure.Unavailable(var why) -> why;
            case Failure.NotFound _,
                    Failure.Unauthenticated _,
                    Failure.FreshSignInNeeded _,
                    Failure.Stale _,
                    Failure.TooMany _ -> failure.toString();
        };
    }
}
