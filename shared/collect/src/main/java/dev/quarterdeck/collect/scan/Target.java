package dev.quarterdeck.collect.scan;

import dev.quarterdeck.wire.Access;

/**
 * One way into an account. {@code name} is what people know it by (profile, role, account name); {@code homeRegion} is
 * where who-am-I and the list of regions are asked first, empty for the partition's own.
 */
public record Target(Access access, String name, String homeRegion) {}
