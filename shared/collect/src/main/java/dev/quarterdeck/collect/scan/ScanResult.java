package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.Tally.Summary;
import java.util.List;
import java.util.Optional;

/** What became of a scan as a whole. Facts and coverage went to the sink. */
public record ScanResult(
        boolean interrupted, List<Opened> accounts, long resources, long duplicates, Summary requests) {
    public ScanResult {
        accounts = List.copyOf(accounts);
    }

    /** What became of one target; {@code refusal} tells why nothing in it could be read. */
    public record Opened(
            String name,
            Optional<AccountId> account,
            List<String> regions,
            List<String> barred,
            Optional<String> refusal) {}
}
