package dev.quarterdeck.inventory.scanning;

import java.util.function.BooleanSupplier;

/** Looks at one account in one region, and puts what it finds into the lease's folder. */
@FunctionalInterface
public interface CellReader {
    /** {@code mine} says whether the cell is still the caller's: who reads for long asks now and then, and stops. */
    CellState.Outcome read(Lease lease, BooleanSupplier mine) throws InterruptedException;
}
