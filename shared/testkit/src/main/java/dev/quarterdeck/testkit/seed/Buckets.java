package dev.quarterdeck.testkit.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S3: buckets that differ in what makes buckets safe or not, and the account's public access block. */
final class Buckets {
    static final String LOGS = "logs";

    private final Site site;
    private final Map<Workload, String> keys;

    Buckets(Site site, Map<Workload, String> keys) {
        this.site = site;
        this.keys = keys;
    }

    void plant() {
        logs();
        website();
        archive();
        site.tenant().workloads().forEach(this::data);
    }

    void blockPublicAccess() {
        site.ask(
                "s3control",
                "PutPublicAccessBlock",
                Map.of("AccountId", site.account(), "PublicAccessBlockConfiguration", closed()));
    }

    private void logs() {
        String bucket = make(LOGS, Map.of("ObjectOwnership", "BucketOwnerPreferred"));
        put(bucket, "PutBucketAcl", Map.of("ACL", "log-delivery-write"));
        put(
                bucket,
                "PutBucketLifecycleConfiguration",
                Map.of(
                        "LifecycleConfiguration",
                        Map.of(
                                "Rules",
                                List.of(Map.of(
                                        "ID",
                                        "expire",
                                        "Status",
                                        "Enabled",
                                        "Filter",
                                        Map.of("Prefix", ""),
                                        "Expiration",
                                        Map.of("Days", 90))))));
    }

    private void website() {
        String bucket = make("website", Map.of());
        put(
                bucket,
                "PutBucketWebsite",
                Map.of("WebsiteConfiguration", Map.of("IndexDocument", Map.of("Suffix", "index.html"))));
        put(
                bucket,
                "PutBucketPolicy",
                Map.of("Policy", Policies.of("*", "s3:GetObject", "arn:aws:s3:::" + bucket + "/*")));
        put(
                bucket,
                "PutBucketCors",
                Map.of(
                        "CORSConfiguration",
                        Map.of(
                                "CORSRules",
                                List.of(Map.of("AllowedMethods", List.of("GET"), "AllowedOrigins", List.of("*"))))));
    }

    private void archive() {
        String bucket = make("archive", Map.of("ObjectLockEnabledForBucket", true));
        put(bucket, "PutPublicAccessBlock", Map.of("PublicAccessBlockConfiguration", closed()));
        put(
                bucket,
                "PutObjectLockConfiguration",
                Map.of(
                        "ObjectLockConfiguration",
                        Map.of(
                                "ObjectLockEnabled",
                                "Enabled",
                                "Rule",
                                Map.of("DefaultRetention", Map.of("Mode", "GOVERNANCE", "Days", 365)))));
    }

    private void data(Workload workload) {
        String bucket = make(workload.name() + "-data", Map.of("ObjectOwnership", "BucketOwnerEnforced"));
        put(bucket, "PutBucketTagging", Map.of("Tagging", Map.of("TagSet", Tags.list(site, workload))));
        put(bucket, "PutBucketVersioning", Map.of("VersioningConfiguration", Map.of("Status", "Enabled")));
        if (workload.external()) {
            put(bucket, "PutPublicAccessBlock", Map.of("PublicAccessBlockConfiguration", closed()));
            put(bucket, "PutBucketEncryption", Map.of("ServerSideEncryptionConfiguration", encryptedBy(workload)));
            put(
                    bucket,
                    "PutBucketLogging",
                    Map.of(
                            "BucketLoggingStatus",
                            Map.of(
                                    "LoggingEnabled",
                                    Map.of(
                                            "TargetBucket",
                                            site.worldName(LOGS),
                                            "TargetPrefix",
                                            workload.name() + "/"))));
        }
    }

    private Map<String, ?> encryptedBy(Workload workload) {
        var rule = Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", keys.get(workload));
        return Map.of("Rules", List.of(Map.of("ApplyServerSideEncryptionByDefault", rule, "BucketKeyEnabled", true)));
    }

    private static Map<String, Boolean> closed() {
        return Map.of(
                "BlockPublicAcls", true,
                "IgnorePublicAcls", true,
                "BlockPublicPolicy", true,
                "RestrictPublicBuckets", true);
    }

    private String make(String name, Map<String, ?> with) {
        String bucket = site.worldName(name);
        var input = new HashMap<String, Object>(with);
        input.put("Bucket", bucket);
        if (!site.region().equals("us-east-1")) {
            input.put("CreateBucketConfiguration", Map.of("LocationConstraint", site.region()));
        }
        site.ask("s3", "CreateBucket", input);
        return bucket;
    }

    private void put(String bucket, String operation, Map<String, ?> what) {
        var input = new HashMap<String, Object>(what);
        input.put("Bucket", bucket);
        site.ask("s3", operation, input);
    }
}
