package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.collect.scan.Partitions;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks an account which regions it has enabled. */
public record OpenRegions(AwsApi api, ReadSessions sessions) {
    public Asked<SortedSet<String>> of(Account account) {
        return switch (sessions.open(account)) {
            case Asked.Got<Access>(var access) -> ask(api, access, Partitions.home(access.partition()));
            case Asked.Not<Access>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    /** {@code from} is the region that is asked. */
    static Asked<SortedSet<String>> ask(AwsApi api, Access access, String from) {
        return Told.ask(api, Call.of("ec2", "DescribeRegions", Map.of(), access, from))
                .map(answer -> Fields.of(answer).objects("Regions").stream()
                        .map(region -> region.text("RegionName"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
