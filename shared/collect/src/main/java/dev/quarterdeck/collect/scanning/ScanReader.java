package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.collect.access.ReadSessions;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.scan.Consent;
import dev.quarterdeck.collect.scan.Instruments;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.scan.Scan;
import dev.quarterdeck.collect.scan.ScanRequest;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.collect.scan.Target;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellReader;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.Lease;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads a cell with the collector, over the account's own access, into a look that counts once it is published. */
public final class ScanReader implements CellReader {
    private final Ground ground;
    private final Memory memory;
    private final Aws aws;
    private final Clock clock;

    /** What is to be read, and where it is kept. */
    public record Ground(Scans scans, Accounts accounts, Generations generations, Objects objects) {}

    /** How AWS is asked. The tallies hear of the client's requests; catalog and key are read when they are first needed. */
    public record Aws(
            AwsApi api,
            ReadSessions sessions,
            Tallies tallies,
            Supplier<TypeCatalog> types,
            Supplier<Redaction> redaction) {}

    public ScanReader(Ground ground, Aws aws, Clock clock) {
        this.ground = ground;
        this.memory = new Memory(ground.generations(), ground.objects());
        this.aws = aws;
        this.clock = clock;
    }

    @Override
    public Outcome read(Lease lease, BooleanSupplier mine) throws InterruptedException {
        Optional<Account> account = ground.accounts().find(lease.cell().account());
        if (account.isEmpty()) {
            return new Outcome.Failed("the hub does not know this account any more");
        }
        Status status = account.get().standing().status();
        if (status != Status.ACTIVE) {
            return new Outcome.Failed("the account is %s, and only active ones are read".formatted(status.word()));
        }
        return switch (aws.sessions().open(account.get())) {
            case Asked.Got<Access>(var access) -> read(lease, account.get(), access, mine);
            case Asked.Not<Access>(var trouble) -> new Outcome.Failed(trouble.message());
        };
    }

    private Outcome read(Lease lease, Account account, Access access, BooleanSupplier mine)
            throws InterruptedException {
        var label = new Label(Optional.of(account.description().name()), Optional.empty());
        try (var counting = aws.tallies().begin(access);
                var looks = new LookWriter(
                        ground.objects(), lease.folder(), Map.of(account.id().value(), label))) {
            var shortfall = new Shortfall(looks);
            ScanResult result = new Scan(instruments(counting.tally()))
                    .run(request(lease, account, counting.access()), new Attentive(shortfall, mine));
            if (result.interrupted()) {
                return ended(mine);
            }
            return refusal(result)
                    .<Outcome>map(Outcome.Failed::new)
                    .orElse(new Outcome.Read(
                            CellResult.of(looks.finish().stream().findFirst(), result, shortfall)
                                    .json()));
        } catch (IOException | UncheckedIOException e) {
            return new Outcome.Failed("what was read cannot be kept: %s".formatted(e.getMessage()));
        }
    }

    /** Either the cell is another's, or this process is to end: then the cell is read by the next one. */
    private static Outcome ended(BooleanSupplier mine) throws InterruptedException {
        if (mine.getAsBoolean()) {
            throw new InterruptedException();
        }
        return new Outcome.Failed("the scan was over, or another worker had it, before it was read");
    }

    private static Optional<String> refusal(ScanResult result) {
        return result.accounts().getFirst().refusal();
    }

    private Instruments instruments(Tally tally) {
        return new Instruments(aws.api(), aws.types().get(), aws.redaction().get(), tally, clock);
    }

    private ScanRequest request(Lease lease, Account account, Access access) {
        var scan = ground.scans()
                .find(lease.scan())
                .orElseThrow(() -> new IllegalStateException("there is no scan " + lease.scan()));
        ScanScope scope = scan.scope();
        return new ScanRequest(
                List.of(new Target(access, account.description().name(), "")),
                regions(lease.cell(), scope),
                scope.types().stream().map(ResourceType::new).collect(Collectors.toSet()),
                new Consent(scope.paid()),
                memory.of(scan, account.id()));
    }

    private static RegionChoice regions(Cell cell, ScanScope scope) {
        if (!cell.region().equals(Cell.EVERYWHERE)) {
            return new RegionChoice.Part(cell.region());
        }
        return scope.regions().isEmpty()
                ? new RegionChoice.AllEnabled()
                : new RegionChoice.Named(List.copyOf(scope.regions()));
    }
}
