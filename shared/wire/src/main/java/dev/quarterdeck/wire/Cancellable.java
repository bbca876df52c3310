package dev.quarterdeck.wire;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes blocking work end at once when its thread is interrupted. */
final class Cancellable {
    private Cancellable() {}

    /** Only on a virtual thread does an interrupt wake who waits for a socket: others lend themselves one. */
    static Answer run(Supplier<Answer> work) {
        if (Thread.currentThread().isVirtual()) {
            return work.get();
        }
        FutureTask<Answer> task = new FutureTask<>(work::get);
        Thread lent = Thread.startVirtualThread(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    // Goes on waiting: the work gives its sink nothing more once it has returned.
                    interrupted = true;
                    lent.interrupt();
                } catch (ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
