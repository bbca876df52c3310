package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What botocore's built-in handlers do to inputs before they are serialised, as a table by service and operation. */
final class InputHandlers {
    /** Changes the input of one operation. */
    private interface Rule {
        void apply(Operation operation, Map<String, Object> input);
    }

    /** No operations means all of the service. */
    private record Entry(String service, Set<String> operations, Rule rule) {
        Entry(String service, Rule rule, String... operations) {
            this(service, Set.of(operations), rule);
        }

        boolean concerns(String service, Operation operation) {
            return this.service.equals(service) && (operations.isEmpty() || operations.contains(operation.name()));
        }
    }

    private static final Pattern BUCKET = Pattern.compile("[a-zA-Z0-9.\\-_]{1,255}");
    private static final Pattern BUCKET_ARN =
            Pattern.compile("arn:aws[^:]*:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:(accesspoint|outpost)[/:].+");
    private static final Pattern VERSION_SUFFIX = Pattern.compile("\\?versionId=[^\\s]+$");

    private static final List<Entry> TABLE = List.of(
            new Entry("ec2", alias("Filter", "Filters")),
            new Entry("ec2", InputHandlers::encodeUserData, "RunInstances"),
            new Entry("ec2", refusedUnless("PresignedUrl"), "CopySnapshot"),
            new Entry(
                    "rds",
                    InputHandlers::refuseSourceRegion,
                    "CreateDBCluster",
                    "CreateDBInstanceReadReplica",
                    "CopyDBSnapshot",
                    "CopyDBClusterSnapshot",
                    "StartDBInstanceAutomatedBackupsReplication"),
            new Entry("autoscaling", InputHandlers::encodeUserData, "CreateLaunchConfiguration"),
            new Entry("logs", alias("from", "fromTime"), "CreateExportTask"),
            new Entry("route53", InputHandlers::trimRoute53Ids),
            new Entry("glacier", defaultValue("accountId", "-")),
            new Entry("s3", InputHandlers::checkBucket),
            new Entry("s3", defaultValue("EncodingType", "url"), "ListObjects", "ListObjectsV2", "ListObjectVersions"),
            new Entry("s3", InputHandlers::quoteCopySource, "CopyObject", "UploadPartCopy"),
            new Entry("s3", InputHandlers::checkMetadata, "CopyObject", "PutObject", "CreateMultipartUpload"),
            new Entry(
                    "s3",
                    customerKey("SSECustomer"),
                    "HeadObject",
                    "GetObject",
                    "PutObject",
                    "CopyObject",
                    "CreateMultipartUpload",
                    "UploadPart",
                    "UploadPartCopy",
                    "CompleteMultipartUpload",
                    "SelectObjectContent"),
            new Entry("s3", customerKey("CopySourceSSECustomer"), "CopyObject", "UploadPartCopy"));

    private InputHandlers() {}

    static void apply(String service, Operation operation, Map<String, Object> input) {
        for (Entry entry : TABLE) {
            if (entry.concerns(service, operation)) {
                entry.rule.apply(operation, input);
            }
        }
        operation
                .extras()
                .checksum()
                .flatMap(dev.quarterdeck.wire.model.Checksum::validationModeMember)
                .ifPresent(member -> input.putIfAbsent(member, "ENABLED"));
    }

    private static Rule alias(String modelled, String alias) {
        return (operation, input) -> {
            if (operation.inputMember(modelled) != null && input.containsKey(alias)) {
                input.put(modelled, input.remove(alias));
            }
        };
    }

    private static Rule defaultValue(String member, String value) {
        return (_, input) -> input.putIfAbsent(member, value);
    }

    private static Rule refusedUnless(String member) {
        return (operation, input) -> {
            if (!input.containsKey(member)) {
                throw new IllegalArgumentException("%s needs %s: presigned copies between regions are not supported"
                        .formatted(operation.name(), member));
            }
        };
    }

    /** It is no parameter of AWS's: botocore makes a presigned address of it. */
    private static void refuseSourceRegion(Operation operation, Map<String, Object> input) {
        if (input.containsKey("SourceRegion")) {
            throw new IllegalArgumentException(
                    "%s cannot take SourceRegion: presigned copies between regions are not supported"
                            .formatted(operation.name()));
        }
    }

    private static void encodeUserData(Operation operation, Map<String, Object> input) {
        input.computeIfPresent("UserData", (_, data) -> Values.base64(data));
    }

    private static void trimRoute53Ids(Operation operation, Map<String, Object> input) {
        for (Member member : operation.inputMembers()) {
            if (Set.of("ResourceId", "DelegationSetId", "ChangeId")
                            .contains(member.shape().name())
                    && input.get(member.name()) instanceof String id) {
                input.put(member.name(), id.substring(id.lastIndexOf('/') + 1));
            }
        }
    }

    private static void checkBucket(Operation operation, Map<String, Object> input) {
        if (input.get("Bucket") instanceof String bucket
                && !BUCKET.matcher(bucket).matches()
                && !BUCKET_ARN.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    "s3 %s: Bucket is no bucket name: '%s'".formatted(operation.name(), bucket));
        }
    }

    private static void quoteCopySource(Operation operation, Map<String, Object> input) {
        if (input.get("CopySource") instanceof String source) {
            var version = VERSION_SUFFIX.matcher(source);
            int end = version.find() ? version.start() : source.length();
            input.put("CopySource", PercentEncoding.encode(source.substring(0, end), "/") + source.substring(end));
        }
    }

    private static void checkMetadata(Operation operation, Map<String, Object> input) {
        if (input.get("Metadata") instanceof Map<?, ?> metadata) {
            metadata.forEach((key, value) -> {
                if (!StandardCharsets.US_ASCII.newEncoder().canEncode(key + String.valueOf(value))) {
                    throw new IllegalArgumentException(
                            "s3 %s: Metadata.%s must be ASCII: '%s'".formatted(operation.name(), key, value));
                }
            });
        }
    }

    /** S3 wants a customer's key in base64 and its MD5 beside it. */
    private static Rule customerKey(String prefix) {
        return (_, input) -> {
            Object key = input.get(prefix + "Key");
            if (key != null && !input.containsKey(prefix + "KeyMD5")) {
                input.put(prefix + "Key", Values.base64(key));
                input.put(prefix + "KeyMD5", md5(Values.bytes(key)));
            }
        };
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
