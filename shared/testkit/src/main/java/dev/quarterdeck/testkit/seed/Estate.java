package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was planted, as the hub must know it: who it is, and how it comes into each account. */
public record Estate(String hubKeyId, String hubSecret, List<Entrance> entrances, List<String> regions, int calls) {
    public Estate {
        entrances = List.copyOf(entrances);
        regions = List.copyOf(regions);
    }

    /** The accounts as {@code scan --accounts} reads them. */
    public String accountsFile() {
        return entrances.stream().map(Entrance::line).collect(Collectors.joining());
    }

    /** The way into one account. */
    public record Entrance(String account, String name, String roleArn, String externalId) {
        private String line() {
            var members = Map.of(
                    "account_id", Json.of(account),
                    "name", Json.of(name),
                    "role_arn", Json.of(roleArn),
                    "external_id", Json.of(externalId));
            return Json.of(members).canonical() + "\n";
        }
    }
}
