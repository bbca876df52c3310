package dev.quarterdeck.kernel.table;

import java.util.Optional;

/** Where a query goes on: after this row (and its place in the index asked). Sealed before it leaves the hub. */
public record Cursor(Key row, Optional<Key> place) {}
