package dev.quarterdeck.local.demo;

import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.scan.Consent;
import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Instruments;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.scan.Scan;
import dev.quarterdeck.collect.scan.ScanRequest;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.collect.scan.Target;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.access.RoleArn;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The demo's hub: like any other, but that its AWS is whatever client it is given and its time the demo's. */
public final class DemoHub implements AutoCloseable {
    /** Published, for what it hides is invented: two demos hide it alike. */
    private static final byte[] REDACTION_KEY = "the demo's key is no secret ....".getBytes(StandardCharsets.US_ASCII);

    private final AwsClient aws;
    private final Tally tally;
    private final DemoClock clock;
    private final Keyring keyring;
    private final TypeCatalog types = TypeCatalog.shipped();
    private final LocalHub hub;
    private final Map<Estate.Member, ExternalId> externalIds = new LinkedHashMap<>();

    /** How AWS is reached; the tally is the one that the client tells of its requests. */
    public record Way(AwsClient aws, Tally tally, Map<String, String> environment) {}

    public DemoHub(Home home, Way way, HubApi.Build build, DemoClock clock) {
        this.aws = way.aws();
        this.tally = way.tally();
        this.clock = clock;
        this.keyring = new Keyring(way.environment(), Profiles.read(Map.of(), home.folder()), aws, clock);
        this.hub = LocalHub.open(
                home,
                new LocalHub.Surroundings(
                        build,
                        new LocalHub.Aws(
                                aws, () -> types, keyring, new LocalHub.Means(DemoHub::redaction, new Tallies())),
                        LocalHub.Rules.OF_A_RECORDING,
                        Optional.empty(),
                        clock));
    }

    public LocalHub hub() {
        return hub;
    }

    /** The company's accounts come to the hub, their owners letting it in. */
    public void connect(BiConsumer<Estate.Member, ExternalId> owners) {
        var console = new HubClient(new InProcess(hub, () -> {}));
        new Prologue(console, owners.andThen(externalIds::put)).connect();
    }

    /** Looks at all of them, now, and makes what was seen what the hub knows; returns how many resources that were. */
    public long scan() {
        String scan = "demo-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Label> labels = Estate.MEMBERS.stream()
                .collect(Collectors.toMap(
                        member -> member.id().value(),
                        member -> new Label(Optional.of(member.name()), Optional.empty())));
        try (LookWriter looks = hub.intake().begin(scan, labels)) {
            long resources = look(looks).resources();
            hub.intake().publish(scan, looks.finish());
            return resources;
        } catch (IOException e) {
            throw new UncheckedIOException("what the demo saw cannot be kept", e);
        }
    }

    /** Looks at all of them, now. */
    public ScanResult look(FactSink sink) {
        var instruments = new Instruments(aws, types, redaction(), tally, clock);
        var request = new ScanRequest(
                Estate.MEMBERS.stream().map(this::target).toList(),
                new RegionChoice.Named(Estate.REGIONS),
                Set.of(),
                Consent.FREE_READS_ONLY);
        return new Scan(instruments).run(request, sink);
    }

    private static Redaction redaction() {
        return new Redaction("demo", REDACTION_KEY);
    }

    private Target target(Estate.Member member) {
        var role = keyring.role(
                RoleArn.parse(member.role(), member.name()),
                keyring.environment(),
                Optional.ofNullable(externalIds.get(member)).map(ExternalId::value));
        return new Target(new Access("aws", member.id().value(), role), member.name(), Estate.REGIONS.getFirst());
    }

    @Override
    public void close() {
        hub.close();
        aws.close();
    }
}
