package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.protocol.ItemSplitter;
import dev.quarterdeck.wire.protocol.Tee;
import java.util.List;
import java.util.Optional;

/** Reads the lists of several types from one answer: each page is split for each of them while it streams by. */
final class SisterScan implements ItemSink {
    private final List<TypeScan> scans;

    SisterScan(List<TypeScan> scans) {
        this.scans = scans;
    }

    @Override
    public JsonSink begin() {
        return new Tee(scans.stream()
                .map(scan -> new ItemSplitter(scan.paging(), List.of(), Optional.empty(), scan))
                .toList());
    }

    @Override
    public void end() {
        // What each of them took has ended before.
    }

    @Override
    public void endPage() {
        scans.forEach(ItemSink::endPage);
    }
}
