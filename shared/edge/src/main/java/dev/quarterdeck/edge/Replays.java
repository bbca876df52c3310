package dev.quarterdeck.edge;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Requests that carry an {@code Idempotency-Key} are done once: the same request with the same key gets the first
 * one's answer for a day, another request with that key is refused. What failed may be tried again.
 */
final class Replays {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration RUNNING = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Table table;
    private final Clock clock;

    Replays(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** What was done is answered even if the answer cannot be kept: that trouble is told apart. */
    Reply once(Call call, Supplier<Reply> work, Consumer<RuntimeException> unkept) {
        Optional<String> given = call.sender().headers().one("Idempotency-Key");
        if (given.isEmpty()
                || !call.operation().changes()
                || call.sender().caller().isEmpty()) {
            return work.get();
        }
        if (!KEY.matcher(given.get()).matches()) {
            throw new FailureException(Failure.invalid("Idempotency-Key", "must be 1 to 128 visible ASCII characters"));
        }
        var key = new Key("replay#" + call.caller().user().handle(), given.get());
        return table.get(key).map(row -> again(row, call)).orElseGet(() -> first(begin(key, call), work, unkept));
    }

    private Row begin(Key key, Call call) {
        Row begun = Row.of(key, Json.Obj.EMPTY.with("request", Json.of(digest(call))))
                .until(clock.instant().plus(RUNNING));
        if (!table.write(Write.put(begun).when(Condition.ABSENT)).done()) {
            throw running();
        }
        return begun;
    }

    private Reply first(Row begun, Supplier<Reply> work, Consumer<RuntimeException> unkept) {
        Reply reply;
        try {
            reply = work.get();
        } catch (RuntimeException e) {
            keep(Write.delete(begun.key()), unkept);
            throw e;
        }
        Row answered = begun.next(KeptReply.into(begun.data(), reply));
        keep(Write.put(answered.until(clock.instant().plus(KEPT))), unkept);
        return reply;
    }

    private void keep(Write outcome, Consumer<RuntimeException> unkept) {
        try {
            table.write(outcome);
        } catch (RuntimeException e) { // the request is over, well or badly: this must not say otherwise
            unkept.accept(e);
        }
    }

    private static Reply again(Row row, Call call) {
        if (!row.data().get("request").equals(Optional.of(Json.of(digest(call))))) {
            throw new FailureException(
                    Failure.invalid("Idempotency-Key", "was used for another request; take a new one"));
        }
        return KeptReply.from(row.data()).orElseThrow(Replays::running).with("Idempotency-Replayed", "true");
    }

    private static FailureException running() {
        return new FailureException(new Failure.Conflict(
                "the request with this Idempotency-Key is still being answered; ask again shortly"));
    }

    private static String digest(Call call) {
        return Digest.hex(
                call.operation().id() + '\n' + call.paths() + '\n' + call.body().canonical());
    }
}
