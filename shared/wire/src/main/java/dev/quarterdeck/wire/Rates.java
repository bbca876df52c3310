package dev.quarterdeck.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast AWS lets an account call in one region: the buckets that the services publish on their quota pages. For what
 * nobody publishes we assume ten calls a second and twenty at once for all of the service's operations together, which is
 * below most published numbers for reads; fifty a second for S3 and SQS, whose settings are read on the same front ends that
 * serve thousands of data requests a second. A throttle corrects an assumption that was too bold.
 */
public final class Rates {
    static final Rate UNPUBLISHED = new Rate(20, 10);

    private static final Rate EC2_READ = new Rate(100, 20);
    private static final Rate EC2_READ_WHOLE = new Rate(50, 10);
    private static final Rate EC2_WRITE = new Rate(50, 5);
    private static final Set<String> EC2_HEAVY = Set.of(
            "RunInstances",
            "StartInstances",
            "StopInstances",
            "TerminateInstances",
            "RebootInstances",
            "CreateVolume",
            "CreateSnapshot",
            "CreateImage",
            "CopySnapshot",
            "CopyImage",
            "AcceptVpcPeeringConnection",
            "AuthorizeSecurityGroupIngress",
            "CancelSpotInstanceRequests",
            "CreateKeyPair",
            "CreateVpcPeeringConnection",
            "DeleteVpcPeeringConnection",
            "RejectVpcPeeringConnection",
            "RequestSpotInstances",
            "RevokeSecurityGroupIngress",
            "UpdateSecurityGroupRuleDescriptionsIngress",
            "CreateTags",
            "DeleteTags");

    /** One line a group: the operations that share a bucket; none named means "the rest of the service". */
    private static final List<Group> PUBLISHED = List.of(
            group("apigateway", 40, 10),
            group("cloudtrail", 10, 10),
            group("cloudwatch", 3, 3),
            group("cloudwatch", 9, 9, "DescribeAlarms"),
            group("cloudwatch", 50, 50, "GetMetricData"),
            group("cloudwatch", 25, 25, "ListMetrics"),
            group("dynamodb", 10, 10),
            group("dynamodb", 2500, 2500, "DescribeTable"),
            group("ecs", 50, 20),
            group("elbv2", 40, 10),
            group("kms", 500, 500, "ListKeys"),
            group("kms", 500, 500, "ListAliases"),
            group("kms", 2000, 2000, "DescribeKey"),
            group("kms", 1000, 1000, "GetKeyPolicy"),
            group("kms", 1000, 1000, "GetKeyRotationStatus"),
            group("kms", 2000, 2000, "ListResourceTags"),
            group("lambda", 15, 15),
            group("lambda", 100, 100, "GetFunction"),
            group("lambda", 15, 15, "GetPolicy"),
            group("logs", 5, 5),
            group("logs", 10, 10, "DescribeLogGroups"),
            group("logs", 25, 25, "DescribeLogStreams"),
            group("resourcegroupstaggingapi", 15, 15),
            group("route53", 5, 5),
            group("s3", 100, 50),
            group("secretsmanager", 100, 100, "ListSecrets"),
            group("secretsmanager", 50, 50, "GetResourcePolicy"),
            group("sns", 30, 30, "ListTopics"),
            group("sns", 30, 30, "ListSubscriptions"),
            group("sns", 10, 10, "ListTagsForResource"),
            group("sqs", 100, 50),
            group("stepfunctions", 200, 20, "DescribeStateMachine"),
            group("stepfunctions", 100, 5, "ListStateMachines"),
            group("stepfunctions", 100, 10, "ListActivities"),
            group("stepfunctions", 100, 1, "ListTagsForResource"),
            group("sts", 600, 600, "AssumeRole"));

    private static final Map<String, Group> BY_OPERATION = PUBLISHED.stream()
            .collect(toUnmodifiableMap(group -> group.service() + '.' + group.operation(), group -> group));

    private Rates() {}

    /** A bucket and the operations of a service that share it; {@code operation} is empty for the rest of the service. */
    public record Group(String service, String operation, Rate rate) {}

    /** The bucket that a call takes from. {@code narrowed}: it names ids, filters or a page size (EC2 meters that apart). */
    public static Group of(String service, String operation, boolean narrowed) {
        if (service.equals("ec2")) {
            return ec2(operation, narrowed);
        }
        Group own = BY_OPERATION.get(service + '.' + operation);
        Group rest = own == null ? BY_OPERATION.get(service + '.') : own;
        return rest == null ? new Group(service, "", UNPUBLISHED) : rest;
    }

    private static Group ec2(String operation, boolean narrowed) {
        if (EC2_HEAVY.contains(operation)) {
            return new Group("ec2", "resource-intensive", EC2_WRITE);
        }
        if (!Reading.isRead(operation)) {
            return new Group("ec2", "mutating", EC2_WRITE);
        }
        return narrowed
                ? new Group("ec2", "non-mutating", EC2_READ)
                : new Group("ec2", "unfiltered and unpaginated", EC2_READ_WHOLE);
    }

    private static Group group(String service, double burst, double perSecond, String... operation) {
        return new Group(service, String.join("", operation), new Rate(burst, perSecond));
    }
}
