package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.collect.access.OpenRegions;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.scanning.Crew;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;

/** With what any hub scans: where it keeps things, and how it asks AWS. */
public record ScanMeans(Table table, Objects objects, ScanReader.Aws aws, Publishing publishing, Clock clock) {
    public Crew crew() {
        var scans = new Scans(table, clock);
        var accounts = new Accounts(table);
        var ground = new ScanReader.Ground(scans, accounts, new Generations(table), objects);
        return new Crew(
                new PartPlanner(scans, accounts, new OpenRegions(aws.api(), aws.sessions()), aws.types()),
                new ScanReader(ground, aws, clock),
                new LookPublisher(publishing));
    }
}
