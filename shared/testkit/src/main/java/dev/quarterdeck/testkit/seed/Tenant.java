package dev.quarterdeck.testkit.seed;

import java.util.List;

/** One of the company's accounts, and what runs there. {@code id} is known once the account is made. */
record Tenant(String id, String name, List<Workload> workloads) {
    static final String MANAGEMENT = "management";
    static final List<String> NAMES = List.of(MANAGEMENT, "production", "development");

    Tenant {
        workloads = List.copyOf(workloads);
    }

    /** The account at this place of the organization: production runs everything, the others a part. */
    static Tenant at(int place, String id) {
        String name = place < NAMES.size() ? NAMES.get(place) : "sandbox-" + place;
        int runs = place == 0 ? 2 : Math.max(3, Workload.ALL.size() - 2 * (place - 1));
        return new Tenant(id, name, Workload.ALL.subList(0, runs));
    }

    /** Where nobody switched the guards on. */
    boolean isCareless() {
        return name.equals("development");
    }

    boolean isManagement() {
        return name.equals(MANAGEMENT);
    }
}
