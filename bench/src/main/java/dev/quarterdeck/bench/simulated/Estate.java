package dev.quarterdeck.bench.simulated;

import java.util.List;
import java.util.Set;

/**
 * The accounts that are simulated: {@code barred} regions answer every call with an organization's denial, of the others
 * {@code emptyPercent} hold nothing; the rest hold the canned rows, and the {@code crowded} far more.
 */
record Estate(int accounts, List<String> regions, List<String> barred, int emptyPercent, Crowd crowd) {
    /** Of DynamoDB, whose tables are described one by one, and of EC2, whose lists come in pages. */
    record Crowd(int tables, int pages) {
        /** As many tables as DynamoDB lets an account have in a region. */
        static final Crowd FULL = new Crowd(2_500, 2_000);

        static final Crowd NONE = new Crowd(0, 1);

        static final Crowd SMALL = new Crowd(400, 320);
    }

    private static final Set<String> PAGED = Set.of(
            "DescribeInstances", "DescribeVolumes", "DescribeSecurityGroups", "DescribeSubnets", "DescribeRouteTables");

    String account(int index) {
        return "%012d".formatted(100_000_000_000L + index);
    }

    boolean isBarred(String region) {
        return barred.contains(region);
    }

    /** Always the same for an account and region, and spread evenly. */
    boolean isEmpty(String account, String region) {
        return !isCrowded(account, region)
                && Math.floorMod((account + region).hashCode() * 0x9E3779B1, 100) < emptyPercent;
    }

    /** One region of the first account, of those in the middle and of the last one. */
    boolean isCrowded(String account, String region) {
        int index = (int) (Long.parseLong(account) - 100_000_000_000L);
        return region.equals(regions.getFirst()) && (index % Math.max(1, accounts / 4) == 0 || index == accounts - 1);
    }

    /** In how many pages a list comes. */
    int pages(String account, String region, String operation) {
        return PAGED.contains(operation) && isCrowded(account, region) ? crowd.pages : 1;
    }

    /** How many tables there are, or nothing in particular. */
    int tables(String account, String region) {
        return isCrowded(account, region) ? crowd.tables : 0;
    }
}
