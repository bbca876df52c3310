package dev.quarterdeck.functions.hub;

import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.HubLender;
import dev.quarterdeck.collect.access.LentKeys;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.access.WireKeys;
import dev.quarterdeck.collect.access.WireOrganization;
import dev.quarterdeck.collect.access.WireSessionEnding;
import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.policy.CatalogRights;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.aws.StackSecret;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.platform.aws.broker.BrokerLine;
import dev.quarterdeck.platform.aws.objects.BucketName;
import dev.quarterdeck.platform.aws.objects.S3Objects;
import dev.quarterdeck.platform.aws.table.DynamoDbTable;
import dev.quarterdeck.platform.aws.table.TableName;
import dev.quarterdeck.platform.aws.vault.SecretsManagerVault;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.WireSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** What a hub in AWS stands on. */
final class Cloud {
    private static final String VAULT = "quarterdeck/vault/";

    private final HubConfig config;
    private final Reach reach;
    private final Clock clock;

    /** How the client talks: to the hub's own account, and to those that it runs. */
    record Reach(WireSettings hub, WireSettings accounts) {
        static final Reach AWS = of(WireSettings.standard(Release.shipped().version()));

        private static Reach of(WireSettings settings) {
            return new Reach(settings, settings);
        }
    }

    Cloud(HubConfig config, Reach reach, Clock clock) {
        this.config = config;
        this.reach = reach;
        this.clock = clock;
    }

    Hub.Platform platform() {
        Vault vault = SecretsManagerVault.open(
                new SecretsManagerVault.Place(VAULT, config.closing().key()));
        Table table = DynamoDbTable.open(new TableName(config.table()), clock);
        return new Hub.Platform(table, inventory(table), vault, aws(vault), locks(), clock);
    }

    /** What its own workers saw: nobody else hands in any. */
    private InventoryHub.Ground inventory(Table table) {
        var objects = S3Objects.open(new BucketName(config.facts()));
        return new InventoryHub.Ground(
                new SegmentFacts(new Generations(table), objects),
                () -> new CatalogMeaning(TypeCatalog.shipped()),
                Publishing.NONE,
                Optional.empty(),
                Optional.empty(),
                ScanHub.Ground.NONE);
    }

    private Hub.Locks locks() {
        StackSecret secret = StackSecret.open(config.closing().secret());
        var sealing = KeySealing.of(EnvelopeKey.of(secret.key("sealing").getEncoded()));
        return new Hub.Locks(
                new Argon2Hash(new SecureRandom()),
                sealing,
                sealing.peppers(),
                () -> new SecretKeySpec(secret.key("cursors").getEncoded(), "AES"));
    }

    private AccountsHub.Aws aws(Vault vault) {
        AwsClient.Catalog catalog = AwsClient.Catalog.shipped();
        var broker = new BrokerLine(
                client(catalog, reach.hub()),
                Broker.Self.inTheCloud(config.region()),
                config.broker().function());
        var assumer = Assumer.of(Assumer.Kind.BROKER, config.broker().role(), Optional.empty());
        var lender = new HubLender(broker::open, new LentKeys(vault));
        AwsApi accounts = client(catalog, reach.accounts());
        var hand = new Hand(assumer, config.region());
        return new AccountsHub.Aws(
                new WireAccess(accounts, TypeCatalog.shipped(), hand, lender),
                new WireKeys(accounts, lender, assumer.partition(), config.region()),
                new WireSessionEnding(accounts, lender, hand),
                new CatalogRights(TypeCatalog::shipped, Release.shipped().catalog()),
                new WireOrganization(accounts, own(assumer), config.region()));
    }

    /** The organization is read as the function itself: the hub's account is a delegated administrator of it. */
    private Access own(Assumer assumer) {
        var self = Broker.Self.inTheCloud(config.region());
        return new Access(assumer.partition().id(), assumer.account().value(), self.credentials());
    }

    private AwsApi client(AwsClient.Catalog catalog, WireSettings settings) {
        return new AwsClient(catalog, settings, CallListener.SILENT, clock);
    }
}
