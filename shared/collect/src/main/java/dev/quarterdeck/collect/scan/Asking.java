package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks AWS for a scan: counts what was refused, and asks nothing more once the scan has been stopped. */
final class Asking {
    private static final Answer STOPPED =
            new Answer.Failed("Interrupted", "the scan was stopped before this was asked");

    private final AwsApi aws;
    private final Tally tally;
    private final BooleanSupplier broken;

    Asking(AwsApi aws, Tally tally, BooleanSupplier broken) {
        this.aws = aws;
        this.tally = tally;
        this.broken = broken;
    }

    /** What was heard, as a whole. */
    sealed interface Heard {
        Answer answer();
    }

    /** One answer. */
    record Told(Answer answer, Json value) implements Heard {}

    /** All rows of a list. */
    record Listed(Answer answer, List<Json> rows) implements Heard {}

    Told one(Call call) {
        var builder = new JsonBuilder();
        Answer answer = stopped() ? STOPPED : counted(call, aws.call(call, builder));
        return new Told(answer, builder.value());
    }

    Answer each(Call call, Paging paging, ItemSink sink) {
        return stopped() ? STOPPED : counted(call, aws.items(call, paging, sink));
    }

    Listed all(Call call, Paging paging) {
        var rows = new ArrayList<Json>();
        Answer answer = each(call, paging, new ItemSink() {
            private JsonBuilder row = new JsonBuilder();

            @Override
            public JsonSink begin() {
                row = new JsonBuilder();
                return row;
            }

            @Override
            public void end() {
                rows.add(row.value());
            }
        });
        return new Listed(answer, rows);
    }

    private boolean stopped() {
        return Thread.currentThread().isInterrupted() || broken.getAsBoolean();
    }

    private Answer counted(Call call, Answer answer) {
        if (answer instanceof Answer.Denied || answer instanceof Answer.Barred) {
            tally.denied(call);
        }
        return answer;
    }
}
