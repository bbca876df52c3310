package dev.quarterdeck.local.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a scan asked of AWS: calls and time by service, and the slowest. */
public final class CallReport {
    /** Calls of one service or operation: how many, how many were told to slow down or refused, how long in all. */
    public record Count(long calls, long throttled, long denied, Duration took) {
        static final Count NONE = new Count(0, 0, 0, Duration.ZERO);

        public Count plus(Count other) {
            return new Count(
                    calls + other.calls, throttled + other.throttled, denied + other.denied, took.plus(other.took));
        }
    }

    /** A call that took long. */
    public record Slow(String call, String where, Duration took) {}

    private final Map<String, Count> byService = new HashMap<>();
    private final List<Slow> slowest;

    public CallReport(List<Slow> slowest) {
        this.slowest = List.copyOf(slowest);
    }

    public void add(String service, Count count) {
        byService.merge(service, count, Count::plus);
    }

    public Count total() {
        return byService.values().stream().reduce(Count.NONE, Count::plus);
    }

    /** Adds this section to the summary. */
    public void show(Summary summary) {
        summary.heading("Calls", "");
        var columns = new Columns()
                .left("SERVICE")
                .right("calls")
                .right("throttled")
                .right("denied")
                .right("time")
                .right("each");
        byService.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Count> service) ->
                                service.getValue().took())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(service -> columns.row(row(service.getKey(), service.getValue())));
        columns.row(row("all", total()));
        summary.table(columns);
        slowest(summary);
    }

    private static Object[] row(String name, Count count) {
        Duration each = count.calls() == 0 ? Duration.ZERO : count.took().dividedBy(count.calls());
        return new Object[] {
            name,
            Words.number(count.calls()),
            orDash(count.throttled()),
            orDash(count.denied()),
            Words.span(count.took()),
            Words.span(each)
        };
    }

    private static String orDash(long count) {
        return count == 0 ? "·" : Words.number(count);
    }

    private void slowest(Summary summary) {
        if (slowest.isEmpty()) {
            return;
        }
        summary.heading("Slowest calls", "");
        var columns = new Columns().right("").left("").left("");
        slowest.forEach(slow -> columns.row(Words.span(slow.took()), slow.call(), slow.where()));
        summary.table(columns);
    }
}
