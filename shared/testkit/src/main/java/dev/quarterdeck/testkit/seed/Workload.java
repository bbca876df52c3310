package dev.quarterdeck.testkit.seed;

import java.util.List;

/** Something the company runs; most planted resources belong to one. */
record Workload(String name, String team, boolean external) {
    static final List<Workload> ALL = List.of(
            new Workload("orders", "commerce", true),
            new Workload("payments", "commerce", true),
            new Workload("catalogue", "storefront", true),
            new Workload("identity", "platform", true),
            new Workload("analytics", "data", false),
            new Workload("shipping", "logistics", false));
}
