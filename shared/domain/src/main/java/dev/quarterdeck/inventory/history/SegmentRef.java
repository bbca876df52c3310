package dev.quarterdeck.inventory.history;

import dev.quarterdeck.kernel.objects.ObjectName;

/** A segment, which is one immutable object: how many bytes it has, how many rows, and of how many resources it says that they are gone. */
public record SegmentRef(ObjectName name, long size, long rows, long gone) {}
