package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why accounts stand still, told once for all that stand still for the same reason. */
public record Causes(List<Cause> causes) {
    private static final Pattern POLICY = Pattern.compile("\\bp-[0-9a-z]{8,128}\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

    public Causes {
        causes = List.copyOf(causes);
    }

    /** One reason, and the accounts that it holds up. */
    public record Cause(String why, List<AccountId> accounts) {
        public Cause {
            accounts = List.copyOf(accounts);
        }

        /** {@code 2 barred by policy p-a1b2c3d4} */
        public String sentence() {
            return "%d %s".formatted(accounts.size(), why);
        }
    }

    static Causes of(List<Followed> all) {
        var grouped = new TreeMap<String, List<AccountId>>();
        all.stream()
                .filter(one -> one.state() == Followed.State.FAILED)
                .forEach(one -> grouped.computeIfAbsent(common(one), _ -> new ArrayList<>())
                        .add(one.account()));
        return new Causes(grouped.entrySet().stream()
                .map(entry -> new Cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                        (Cause cause) -> -cause.accounts().size()))
                .toList());
    }

    /** What is the account's own is left out, so that the same reason reads the same in each. */
    private static String common(Followed one) {
        String cause = one.cause().orElse("failed");
        Matcher policy = POLICY.matcher(cause);
        return policy.find()
                ? "barred by policy " + policy.group()
                : NUMBER.matcher(cause).replaceAll("…");
    }
}
