package dev.quarterdeck.local.access;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.List;
import java.util.Map;

/** Which regions an account has enabled. */
public sealed interface Regions {
    record Enabled(List<String> names) implements Regions {}

    record Hidden(String why) implements Regions {}

    static Regions of(AwsApi api, Opened.Account account) {
        Call call = Call.of(
                "ec2",
                "DescribeRegions",
                Map.of(),
                account.access(),
                account.door().region());
        return switch (Asked.all(api, call, "Regions[]")) {
            case Asked.Got<List<Json.Obj>>(var regions) ->
                new Enabled(regions.stream()
                        .flatMap(region -> Asked.text(region, "RegionName").stream())
                        .sorted()
                        .toList());
            case Asked.Not<List<Json.Obj>>(var failure) ->
                new Hidden(
                        "the regions cannot be listed (%s): allow ec2:DescribeRegions, or name regions with --regions"
                                .formatted(failure.message()));
        };
    }
}
