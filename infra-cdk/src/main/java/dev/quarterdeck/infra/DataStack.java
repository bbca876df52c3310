package dev.quarterdeck.infra;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What the hub must never lose: its table, its objects, the key of these and of its secrets. All of it outlives the stack. */
final class DataStack extends Stack {
    static final String TABLE = "quarterdeck";
    static final String FIRST = "first";
    static final String SECOND = "second";

    /** The secret of which the hub makes its own keys. */
    static final String SECRET = "quarterdeck/hub";

    private final Key key;
    private final Table table;
    private final Bucket objects;
    private final Secret secret;

    DataStack(Construct scope, String id) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Quarterdeck: what the hub keeps. Deleting this stack deletes none of it.")
                        .build());
        key = Key.Builder.create(this, "Key")
                .alias("alias/quarterdeck")
                .description("Quarterdeck: table, objects and secrets of the hub")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        key.grant(new ServicePrincipal("cloudwatch.amazonaws.com"), "kms:Decrypt", "kms:GenerateDataKey*"); // alarms
        table = table(key);
        objects = objects(key, logs());
        secret = secret(key);
    }

    Key key() {
        return key;
    }

    Table table() {
        return table;
    }

    Bucket objects() {
        return objects;
    }

    Secret secret() {
        return secret;
    }

    private Secret secret(Key encryption) {
        var made = Secret.Builder.create(this, "Secret")
                .secretName(SECRET)
                .description("Quarterdeck: the hub's own keys are made of it")
                .encryptionKey(encryption)
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Accepted.finding(
                made,
                "AwsSolutions-SMG4",
                "With another secret every API key stops to count: it is changed by a person, not by a timer");
        return made;
    }

    private Table table(Key encryption) {
        Table made = Table.Builder.create(this, "Table")
                .tableName(TABLE)
                .partitionKey(text("@p"))
                .sortKey(text("@s"))
                .timeToLiveAttribute("@x")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(encryption)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .stream(StreamViewType.NEW_AND_OLD_IMAGES)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        made.addGlobalSecondaryIndex(index(FIRST, "@1"));
        made.addGlobalSecondaryIndex(index(SECOND, "@2"));
        return made;
    }

    private static GlobalSecondaryIndexProps index(String name, String attributes) {
        return GlobalSecondaryIndexProps.builder()
                .indexName(name)
                .partitionKey(text(attributes + "p"))
                .sortKey(text(attributes + "s"))
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private Bucket objects(Key encryption, Bucket logs) {
        Bucket made = bucket("Objects")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(encryption)
                .bucketKeyEnabled(true)
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("objects/")
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .noncurrentVersionExpiration(Duration.days(30))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .build();
        return guarded(made);
    }

    private Bucket logs() {
        Bucket made = bucket("Logs")
                .encryption(BucketEncryption.S3_MANAGED) // S3 delivers its logs to no bucket with a customer's key
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .build();
        return guarded(made);
    }

    /** What is left behind stays closed to whoever comes without TLS. */
    private static Bucket guarded(Bucket bucket) {
        Objects.requireNonNull(bucket.getPolicy()).applyRemovalPolicy(RemovalPolicy.RETAIN);
        return bucket;
    }

    private Bucket.Builder bucket(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
