package dev.quarterdeck.wire;

import java.util.List;

/**
 * How the items of an operation are reached: {@code items} is a path of members and projections only ({@code a.b[].c[]},
 * {@code @} for the whole answer); {@code carry} names members of the objects on that path that join each item.
 */
public record Paging(String items, List<String> carry) {
    public Paging {
        carry = List.copyOf(carry);
    }
}
