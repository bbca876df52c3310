package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;

/** RDS instances, clusters and snapshots, and DynamoDB tables. */
final class Databases {
    private static final String SUBNETS = "private";

    private final Site site;
    private final Network.Laid network;
    private final Map<Workload, String> keys;

    Databases(Site site, Network.Laid network, Map<Workload, String> keys) {
        this.site = site;
        this.network = network;
        this.keys = keys;
    }

    void plant() {
        site.ask(
                "rds",
                "CreateDBSubnetGroup",
                Map.of(
                        "DBSubnetGroupName",
                        SUBNETS,
                        "DBSubnetGroupDescription",
                        "private subnets",
                        "SubnetIds",
                        network.privateSubnets()));
        site.tenant().workloads().forEach(this::plant);
    }

    private void plant(Workload workload) {
        instance(workload);
        if (workload.external()) {
            cluster(workload);
        }
        table(workload, "events");
        table(workload, "sessions");
    }

    private void instance(Workload workload) {
        String name = workload.name() + "-db";
        site.ask(
                "rds",
                "CreateDBInstance",
                Map.ofEntries(
                        Map.entry("DBInstanceIdentifier", name),
                        Map.entry("Engine", "postgres"),
                        Map.entry("DBInstanceClass", "db.t3.medium"),
                        Map.entry("AllocatedStorage", 50),
                        Map.entry("MasterUsername", "owner"),
                        Map.entry("MasterUserPassword", Canary.of("db-" + workload.name())),
                        Map.entry("DBSubnetGroupName", SUBNETS),
                        Map.entry("VpcSecurityGroupIds", List.of(network.dataGroup())),
                        Map.entry("StorageEncrypted", workload.external()),
                        Map.entry("PubliclyAccessible", !workload.external()),
                        Map.entry("Tags", Tags.list(site, workload))));
        site.ask(
                "rds",
                "CreateDBSnapshot",
                Map.of(
                        "DBInstanceIdentifier",
                        name,
                        "DBSnapshotIdentifier",
                        name + "-before-upgrade",
                        "Tags",
                        Tags.list(site, workload)));
    }

    private void cluster(Workload workload) {
        String name = workload.name() + "-cluster";
        site.ask(
                "rds",
                "CreateDBCluster",
                Map.of(
                        "DBClusterIdentifier",
                        name,
                        "Engine",
                        "aurora-postgresql",
                        "MasterUsername",
                        "owner",
                        "MasterUserPassword",
                        Canary.of("cluster-" + workload.name()),
                        "DBSubnetGroupName",
                        SUBNETS,
                        "VpcSecurityGroupIds",
                        List.of(network.dataGroup()),
                        "StorageEncrypted",
                        true,
                        "Tags",
                        Tags.list(site, workload)));
        site.ask(
                "rds",
                "CreateDBClusterSnapshot",
                Map.of("DBClusterIdentifier", name, "DBClusterSnapshotIdentifier", name + "-weekly"));
    }

    private void table(Workload workload, String what) {
        String name = workload.name() + "-" + what;
        site.ask(
                "dynamodb",
                "CreateTable",
                Map.of(
                        "TableName", name,
                        "AttributeDefinitions", List.of(attribute("id"), attribute("at")),
                        "KeySchema", List.of(key("id", "HASH"), key("at", "RANGE")),
                        "BillingMode", "PAY_PER_REQUEST",
                        "StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", "NEW_IMAGE"),
                        "SSESpecification",
                                Map.of("Enabled", true, "SSEType", "KMS", "KMSMasterKeyId", keys.get(workload)),
                        "Tags", Tags.list(site, workload)));
        if (workload.external()) {
            site.ask(
                    "dynamodb",
                    "UpdateContinuousBackups",
                    Map.of(
                            "TableName",
                            name,
                            "PointInTimeRecoverySpecification",
                            Map.of("PointInTimeRecoveryEnabled", true)));
        }
    }

    private static Map<String, String> attribute(String name) {
        return Map.of("AttributeName", name, "AttributeType", "S");
    }

    private static Map<String, String> key(String name, String kind) {
        return Map.of("AttributeName", name, "KeyType", kind);
    }
}
