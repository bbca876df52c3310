package dev.quarterdeck.bench.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Asks a server over some connections at once, each asking again as soon as it is answered. */
record Load(Served server, int lines, int times) {
    /** What came of it: times in microseconds, throughput a second of the clock and of the server's processor. */
    record Outcome(long p50, long p99, double aSecond, double aProcessorSecond) {}

    /** After half as many to warm up. The requests are numbered from 0. */
    Outcome of(IntFunction<Request> requests) throws IOException, InterruptedException {
        var number = new AtomicInteger();
        run(times / 2, number, requests);
        long processor = server.processor().toMillis();
        long begun = System.nanoTime();
        long[] took = run(times, number, requests);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processorSeconds = Math.max(1, server.processor().toMillis() - processor) / 1e3;
        Arrays.sort(took);
        return new Outcome(took[times / 2], took[times / 100 * 99], times / seconds, times / processorSeconds);
    }

    private long[] run(int count, AtomicInteger number, IntFunction<Request> requests)
            throws IOException, InterruptedException {
        var took = new long[count];
        var next = new AtomicInteger();
        Callable<Boolean> line = () -> {
            try (var connection = new Line(server.address())) {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    Request request = requests.apply(number.getAndIncrement());
                    long begun = System.nanoTime();
                    connection.ask(request);
                    took[i] = (System.nanoTime() - begun) / 1000;
                }
                return true;
            }
        };
        List<Future<Boolean>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(lines)) {
            for (int i = 0; i < lines; i++) {
                all.add(threads.submit(line));
            }
        }
        for (Future<Boolean> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return took;
    }
}
