package dev.quarterdeck.inventory.scanning;

import java.util.List;
import java.util.function.Function;

/** Who works on scans: says what is to be read for one, reads it, and makes it count. */
public record Crew(Function<ScanId, List<Cell>> planner, CellReader reader, AccountPublisher publisher) {}
