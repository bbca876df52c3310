package dev.quarterdeck.inventory.scanning;

/** Says what a scan will ask before anything is asked. */
@FunctionalInterface
public interface Estimating {
    Estimate of(ScanScope scope);
}
