package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.testkit.HubPlatform;
import dev.quarterdeck.testkit.objects.ObjectsContract;
import dev.quarterdeck.testkit.segments.SegmentContract;
import dev.quarterdeck.testkit.segments.SnapshotContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3, as an emulator plays it, does what every store of objects must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3Cases implements ObjectsContract, SegmentContract, SnapshotContract {
    private static final BucketName BUCKET = new BucketName("quarterdeck-facts");
    private static final AtomicInteger SPACES = new AtomicInteger();

    private final HubPlatform platform;
    private final S3Client client;
    private String space = "";

    S3Cases(HubPlatform platform) {
        this.platform = platform;
        client = S3Client.builder()
                .endpointOverride(platform.endpoint())
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "test")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        client.createBucket(request -> request.bucket(BUCKET.value()));
    }

    @BeforeEach
    void takeNewSpace() {
        space = "space" + SPACES.incrementAndGet();
    }

    @AfterAll
    void close() {
        client.close();
        platform.close();
    }

    @Override
    public Objects objects() {
        return new S3Objects(client, BUCKET);
    }

    /** What somebody else puts under the name, with the metadata that was there. */
    @Override
    public void tamper(ObjectName name, byte[] content) {
        var before = client.headObject(request -> request.bucket(BUCKET.value()).key(name.value()));
        client.putObject(
                request -> request.bucket(BUCKET.value()).key(name.value()).metadata(before.metadata()),
                RequestBody.fromBytes(content));
    }

    @Override
    public String space() {
        return space;
    }
}
