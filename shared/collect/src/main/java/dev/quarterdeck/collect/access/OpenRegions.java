package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.collect.scan.Partitions;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.List;
import java.util.Map;

/** Asks an account which regions it has enabled. */
public record OpenRegions(AwsApi api, ReadSessions sessions) {
    public Asked<List<String>> of(Account account) {
        return switch (sessions.open(account)) {
            case Asked.Got<Access>(var access) -> ask(access);
            case Asked.Not<Access>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    private Asked<List<String>> ask(Access access) {
        String home = Partitions.home(access.partition());
        return Told.ask(api, Call.of("ec2", "DescribeRegions", Map.of(), access, home))
                .map(answer -> Fields.of(answer).objects("Regions").stream()
                        .map(region -> region.text("RegionName"))
                        .sorted()
                        .toList());
    }
}
