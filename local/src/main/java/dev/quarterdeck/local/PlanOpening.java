package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.local.access.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The calls that open accounts before anything in them is looked at, counted as {@link Targets} and the scan make them. */
final class PlanOpening {
    private static final String DEFAULT_PROFILE = "default";

    private final AccountOptions options;
    private final RegionChoice regions;
    private final Profiles profiles;
    private final SequencedMap<String, Long> calls = new LinkedHashMap<>();

    private PlanOpening(ScanWish wish, Profiles profiles) {
        this.options = wish.options().accounts;
        this.regions = wish.what().regions();
        this.profiles = profiles;
    }

    /** Calls by "service operation". What listing an organization takes depends on its size: {@link #listsOrganization}. */
    static SequencedMap<String, Long> of(ScanWish wish, Shell shell, int accounts) {
        var opening = new PlanOpening(wish, Profiles.read(shell.env(), shell.userHome()));
        opening.count(accounts, wish.who().roles().size() + wish.who().entries().size(), usual(shell));
        return opening.calls;
    }

    static boolean listsOrganization(ScanWish wish) {
        return wish.options().accounts.organization;
    }

    /** Whose credentials are used without {@code --profile}, where it is a profile's. */
    private static List<String> usual(Shell shell) {
        return shell.env().getOrDefault("AWS_ACCESS_KEY_ID", "").isEmpty()
                ? List.of(shell.env().getOrDefault("AWS_PROFILE", DEFAULT_PROFILE))
                : List.of();
    }

    private void count(int accounts, int named, List<String> usual) {
        List<String> doors = options.profiles.isEmpty() ? usual : options.profiles;
        // Every door is asked whose it is; the scan asks again in each account it goes into.
        add("sts GetCallerIdentity", (options.throughRoles() ? 1 : accounts) + accounts);
        // The caller's own account in an organization needs no role.
        int members = options.organization ? accounts - named - 1 : 0;
        add(
                "sts AssumeRole",
                doors.stream().mapToLong(profiles::roles).sum()
                        + (options.throughRoles() ? named + Math.max(0, members) : 0));
        add("ec2 DescribeRegions", regions.isCertain() ? 0 : accounts);
    }

    private void add(String call, long count) {
        if (count > 0) {
            calls.put(call, count);
        }
    }
}
