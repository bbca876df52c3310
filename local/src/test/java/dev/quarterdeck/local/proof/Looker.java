package dev.quarterdeck.local.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Consent;
import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Instruments;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.scan.Scan;
import dev.quarterdeck.collect.scan.ScanRequest;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.collect.scan.Target;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.testkit.seed.Estate.Entrance;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.RoleSession;
import dev.quarterdeck.wire.WireSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Scans the planted estate as the hub would: with its own key, through each account's role. */
final class Looker {
    private static final String HOME = "us-east-1";
    private static final Redaction REDACTION =
            new Redaction("proof", "a key that everybody knows, for proofs only".getBytes(UTF_8));

    private final Planted planted;
    private final WireSettings settings;

    Looker(Planted planted, WireSettings settings) {
        this.planted = planted;
        this.settings = settings;
    }

    Sight look(List<Entrance> entrances, String... types) {
        return Sight.of(sink -> look(entrances, new RegionChoice.Named(Planted.REGIONS), sink, types));
    }

    ScanResult look(List<Entrance> entrances, RegionChoice regions, FactSink sink, String... types) {
        var tally = new Tally();
        var clock = Clock.systemUTC();
        try (var client = new AwsClient(planted.catalog(), settings, tally, clock)) {
            var hub = new Access(
                    "aws",
                    "",
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(
                            planted.estate().hubKeyId(), planted.estate().hubSecret())));
            var request = new ScanRequest(
                    entrances.stream()
                            .map(entrance -> target(client, hub, entrance))
                            .toList(),
                    regions,
                    Set.of(types).stream().map(ResourceType::new).collect(Collectors.toSet()),
                    Consent.FREE_READS_ONLY);
            var scan = new Scan(new Instruments(client, planted.types(), REDACTION, tally, clock));
            return scan.run(request, sink);
        }
    }

    private static Target target(AwsClient client, Access hub, Entrance entrance) {
        var session = RoleSession.of(entrance.roleArn(), "scan", Optional.of(entrance.externalId()));
        var role = new AssumedRole(client, new AssumedRole.Source(hub, HOME), session, Clock.systemUTC());
        return new Target(new Access("aws", entrance.account(), role), entrance.name(), HOME);
    }
}
