package dev.quarterdeck.collect.segments;

import java.io.IOException;

/** Takes rows one by one. */
public interface RowTaker {
    void take(Entry entry, RowText row) throws IOException;
}
