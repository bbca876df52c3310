package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.objects.VerifiedStream;
import dev.quarterdeck.platform.aws.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in a bucket. Their SHA-256 goes with them as metadata, so that every reader checks it, S3's own sum or not. */
public final class S3Objects implements Objects {
    private static final String SHA256 = "sha256";
    private static final int TAKEN = 412;
    private static final int RACE = 409;
    private static final int NO_SUCH_RANGE = 416;
    private static final int TRIES = 3;

    private final S3Client client;
    private final BucketName bucket;

    /** The client is the caller's to close. */
    public S3Objects(S3Client client, BucketName bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** As the process's own role, for as long as it lives. */
    public static S3Objects open(BucketName bucket) {
        return new S3Objects(Connections.of(S3Client.builder()), bucket);
    }

    @Override
    public void put(ObjectName name, InputStream content) throws IOException {
        try (Spool spool = Spool.of(content)) {
            answered(() -> client.putObject(request(name, spool).build(), spool.body()));
        }
    }

    @Override
    public boolean create(ObjectName name, InputStream content) throws IOException {
        try (Spool spool = Spool.of(content)) {
            PutObjectRequest request = request(name, spool).ifNoneMatch("*").build();
            return answered(() -> created(request, spool));
        }
    }

    private boolean created(PutObjectRequest request, Spool spool) {
        for (int tries = 1; ; tries++) {
            try {
                client.putObject(request, spool.body());
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == TAKEN) {
                    return false;
                }
                if (e.statusCode() != RACE || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private PutObjectRequest.Builder request(ObjectName name, Spool spool) {
        return PutObjectRequest.builder()
                .bucket(bucket.value())
                .key(name.value())
                .checksumSHA256(spool.base64())
                .metadata(Map.of(SHA256, spool.hex()));
    }

    @Override
    public Optional<InputStream> get(ObjectName name) {
        return answered(() -> {
            try {
                var content = client.getObject(request(name).build());
                String expected = content.response().metadata().getOrDefault(SHA256, "");
                return Optional.of(new VerifiedStream(name, content, Set.of(expected)));
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<byte[]> range(ObjectName name, long from, int length) {
        return answered(() -> {
            try {
                String range = "bytes=%d-%d".formatted(from, from + length - 1);
                return Optional.of(
                        client.getObjectAsBytes(request(name).range(range).build())
                                .asByteArray());
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            } catch (S3Exception e) {
                if (e.statusCode() == NO_SUCH_RANGE) {
                    return Optional.of(new byte[0]);
                }
                throw e;
            }
        });
    }

    @Override
    public ObjectListing list(String prefix, Optional<ObjectName> after) {
        ListObjectsV2Response page = answered(() -> client.listObjectsV2(request -> request.bucket(bucket.value())
                .prefix(prefix)
                .maxKeys(MOST)
                .startAfter(after.map(ObjectName::value).orElse(null))));
        List<ObjectListing.Entry> entries = page.contents().stream()
                .map(object ->
                        new ObjectListing.Entry(new ObjectName(object.key()), object.size(), object.lastModified()))
                .toList();
        return new ObjectListing(
                entries, page.isTruncated() ? Optional.of(entries.getLast().name()) : Optional.empty());
    }

    @Override
    public void delete(ObjectName name) {
        answered(() ->
                client.deleteObject(request -> request.bucket(bucket.value()).key(name.value())));
    }

    private GetObjectRequest.Builder request(ObjectName name) {
        return GetObjectRequest.builder().bucket(bucket.value()).key(name.value());
    }

    private static <T> T answered(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (SdkException e) {
            throw new FailureException(new Failure.Unavailable("The hub's bucket does not answer: " + e.getMessage()));
        }
    }
}
