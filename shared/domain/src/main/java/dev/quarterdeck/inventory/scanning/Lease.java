package dev.quarterdeck.inventory.scanning;

/**
 * The right to read a cell. Each lease of a cell has a greater fence than those before it: what an earlier holder writes
 * after that, however late it wakes, counts for nothing.
 */
public record Lease(ScanId scan, Cell cell, long fence) {
    /** Where in the store the holder writes, and nobody else. */
    public String folder() {
        return "looks/%s/%s/%d".formatted(scan, cell.region(), fence);
    }
}
