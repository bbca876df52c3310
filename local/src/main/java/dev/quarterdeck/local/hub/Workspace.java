package dev.quarterdeck.local.hub;

import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.hub.HubSchema;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.platform.local.vault.VaultKey;
import java.nio.file.Path;
import java.time.Clock;

/** The folder in which a hub lives on one machine: its table, its objects, its vault and what seals both. One process at a time. */
final class Workspace implements AutoCloseable {
    private final Home home;
    private final SqliteTable table;
    private final Objects objects;
    private final Facts facts;
    private final Vault vault;
    private final KeySealing sealing;

    private Workspace(Home home, SqliteTable table, Objects objects, Vault vault) {
        this.home = home;
        this.table = table;
        this.objects = objects;
        this.facts = new SegmentFacts(new Generations(table), objects);
        this.vault = vault;
        this.sealing = KeySealing.of(VaultKey.at(home.vaultKey()));
    }

    static Workspace open(Home home, Clock clock) {
        SqliteTable table = SqliteTable.open(home.table(), clock);
        try {
            HubSchema.settle(table, table.isEmpty());
            Vault vault = VaultFile.open(home.vault(), home.vaultKey(), clock);
            Objects objects = FolderObjects.open(home.objects());
            return new Workspace(home, table, objects, vault);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    SqliteTable table() {
        return table;
    }

    Objects objects() {
        return objects;
    }

    /** Where to keep what is made again from facts whenever it is needed. */
    Path projections() {
        return home.projections();
    }

    /** What lies in the objects, as the table tells which of them count. */
    Facts facts() {
        return facts;
    }

    Vault vault() {
        return vault;
    }

    KeySealing sealing() {
        return sealing;
    }

    @Override
    public void close() {
        table.close();
    }
}
