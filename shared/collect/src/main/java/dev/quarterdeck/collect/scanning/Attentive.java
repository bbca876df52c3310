package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Progress;
import java.util.function.BooleanSupplier;

/** Passes on what is found, and stops the reading once it would count for nothing. */
final class Attentive extends Passing {
    private final BooleanSupplier mine;
    private final Thread reader = Thread.currentThread();
    private boolean stopped;

    /** Made by the thread that reads. */
    Attentive(FactSink sink, BooleanSupplier mine) {
        super(sink);
        this.mine = mine;
    }

    @Override
    public void progress(Progress progress) {
        if (!stopped && !mine.getAsBoolean()) {
            stopped = true;
            reader.interrupt();
        }
        super.progress(progress);
    }
}
