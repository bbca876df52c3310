package dev.quarterdeck.functions.cloud;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.HubLender;
import dev.quarterdeck.collect.access.LentKeys;
import dev.quarterdeck.collect.access.LentSessions;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.access.WireKeys;
import dev.quarterdeck.collect.access.WireOrganization;
import dev.quarterdeck.collect.access.WireSessionEnding;
import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.Mending;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.policy.CatalogRights;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.scanning.CatalogEstimates;
import dev.quarterdeck.collect.scanning.EventScopes;
import dev.quarterdeck.collect.scanning.ScanMeans;
import dev.quarterdeck.collect.scanning.ScanReader;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.KeySealing;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.inventory.Care;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.HubRows;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.inventory.scanning.Crew;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.aws.StackSecret;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.platform.aws.broker.BrokerLine;
import dev.quarterdeck.platform.aws.objects.BucketName;
import dev.quarterdeck.platform.aws.objects.S3Objects;
import dev.quarterdeck.platform.aws.table.DynamoDbTable;
import dev.quarterdeck.platform.aws.table.TableName;
import dev.quarterdeck.platform.aws.vault.SecretsManagerVault;
import dev.quarterdeck.platform.aws.workflows.Machines;
import dev.quarterdeck.platform.aws.workflows.StatesLine;
import dev.quarterdeck.platform.aws.workflows.StepFunctions;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.WireSettings;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.scan.ScanTasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** What a hub in AWS stands on. */
public final class Cloud {
    private static final String VAULT = "quarterdeck/vault/";
    private static final int REDACTION_NAME = 4;

    private final HubConfig config;
    private final Reach reach;
    private final Clock clock;
    private final Table table;
    private final Objects objects;
    private final Vault vault;
    private final AwsClient.Catalog catalog = AwsClient.Catalog.shipped();
    private final TypeCatalog types = TypeCatalog.shipped();
    private final Hand hand;

    /** How the client talks: to the hub's own account, and to those that it runs. */
    public record Reach(WireSettings hub, WireSettings accounts) {
        public static final Reach AWS =
                of(WireSettings.standard(Release.shipped().version()));

        private static Reach of(WireSettings settings) {
            return new Reach(settings, settings);
        }
    }

    public Cloud(HubConfig config, Reach reach, Clock clock) {
        this.config = config;
        this.reach = reach;
        this.clock = clock;
        this.table = DynamoDbTable.open(new TableName(config.table()), clock);
        this.objects = S3Objects.open(new BucketName(config.facts()));
        this.vault = SecretsManagerVault.open(
                new SecretsManagerVault.Place(VAULT, config.closing().key()));
        this.hand =
                new Hand(Assumer.of(Assumer.Kind.BROKER, config.broker().role(), Optional.empty()), config.region());
    }

    public Hub.Platform platform() {
        return platform(Optional.empty());
    }

    /** In a function that can read the whole inventory at once, with what this is asked. */
    public Hub.Platform platform(Optional<Asking> asking) {
        return new Hub.Platform(table, inventory(asking), vault, aws(), locks(), clock);
    }

    /** What the hub knows of its accounts. */
    public HubRows rows() {
        return new HubRows(new Accounts(table), new Generations(table), facts());
    }

    public CatalogWords words() {
        return new CatalogWords(() -> types);
    }

    private Facts facts() {
        return new SegmentFacts(new Generations(table), objects);
    }

    /** What the workflows' steps do, by their names. */
    public Map<String, Task> tasks() {
        var tallies = new Tallies();
        Redaction redaction = redaction();
        var aws = new ScanReader.Aws(
                client(reach.accounts(), tallies),
                new LentSessions(lender(), hand),
                tallies,
                () -> types,
                () -> redaction);
        var publisher = new Publisher(new Generations(table), objects, () -> types, clock);
        Crew crew = new ScanMeans(table, objects, aws, publisher, clock).crew();
        return ScanTasks.on(table, crew, clock).byName();
    }

    /** What its own workers saw: nobody else hands in any. */
    private InventoryHub.Ground inventory(Optional<Asking> asking) {
        Facts facts = facts();
        var workflows = new StepFunctions(
                new StatesLine(client(reach.hub(), CallListener.SILENT), self()), new Machines(config.workflows()));
        var estimates = new CatalogEstimates(new Accounts(table), facts, () -> types);
        var generations = new Generations(table);
        return new InventoryHub.Ground(
                facts,
                () -> new CatalogMeaning(types),
                Publishing.NONE,
                asking,
                Optional.of(new Care(objects, new Mending(generations, objects, clock), Retention.USUAL)),
                new ScanHub.Ground(Optional.of(workflows), estimates, new EventScopes(facts, () -> types), true));
    }

    private Hub.Locks locks() {
        StackSecret secret = secret();
        var sealing = KeySealing.of(EnvelopeKey.of(secret.key("sealing").getEncoded()));
        return new Hub.Locks(
                new Argon2Hash(new SecureRandom()),
                sealing,
                sealing.peppers(),
                () -> new SecretKeySpec(secret.key("cursors").getEncoded(), "AES"));
    }

    /** Under a name that tells this key from others, and nothing else of it. */
    private Redaction redaction() {
        byte[] key = secret().key("redaction").getEncoded();
        return new Redaction(HexFormat.of().formatHex(Digest.sha256(key), 0, REDACTION_NAME), key);
    }

    private StackSecret secret() {
        return StackSecret.open(config.closing().secret());
    }

    private AccountsHub.Aws aws() {
        HubLender lender = lender();
        AwsApi accounts = client(reach.accounts(), CallListener.SILENT);
        Assumer assumer = hand.assumer();
        return new AccountsHub.Aws(
                new WireAccess(accounts, types, hand, lender),
                new WireKeys(accounts, lender, assumer.partition(), config.region()),
                new WireSessionEnding(accounts, lender, hand),
                new CatalogRights(() -> types, Release.shipped().catalog()),
                new WireOrganization(accounts, own(assumer), config.region()));
    }

    /** Sessions come from the broker's function, and from nowhere else. */
    private HubLender lender() {
        var broker = new BrokerLine(
                client(reach.hub(), CallListener.SILENT),
                self(),
                config.broker().function());
        return new HubLender(broker::open, new LentKeys(vault));
    }

    /** The organization is read as the function itself: the hub's account is a delegated administrator of it. */
    private Access own(Assumer assumer) {
        return new Access(assumer.partition().id(), assumer.account().value(), self().credentials());
    }

    private Broker.Self self() {
        return Broker.Self.inTheCloud(config.region());
    }

    private AwsApi client(WireSettings settings, CallListener listener) {
        return new AwsClient(catalog, settings, listener, clock);
    }
}
