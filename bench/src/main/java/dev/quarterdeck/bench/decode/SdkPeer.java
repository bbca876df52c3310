package dev.quarterdeck.bench.decode;

import dev.quarterdeck.bench.CannedHttp;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS SDK for Java v2 as its users have it, but for the network: its typed client over pages from memory. */
final class SdkPeer {
    private static final Map<String, Function<CannedHttp, Supplier<? extends SdkPojo>>> OPERATIONS = Map.ofEntries(
            Map.entry("DescribeInstances", http -> ec2(http)::describeInstances),
            Map.entry("DescribeSecurityGroups", http -> ec2(http)::describeSecurityGroups),
            Map.entry("DescribeNetworkInterfaces", http -> ec2(http)::describeNetworkInterfaces),
            Map.entry("GetAccountAuthorizationDetails", http -> iam(http)::getAccountAuthorizationDetails),
            Map.entry("DescribeDBInstances", http -> client(RdsClient.builder(), http)::describeDBInstances),
            Map.entry("ListBuckets", http -> client(S3Client.builder(), http)::listBuckets),
            Map.entry("ListResourceRecordSets", http -> recordSets(client(Route53Client.builder(), http))),
            Map.entry("ListFunctions", http -> client(LambdaClient.builder(), http)::listFunctions),
            Map.entry("DescribeServices", http -> services(client(EcsClient.builder(), http))),
            Map.entry("DescribeLogGroups", http -> client(CloudWatchLogsClient.builder(), http)::describeLogGroups),
            Map.entry("DescribeParameters", http -> client(SsmClient.builder(), http)::describeParameters));

    private SdkPeer() {}

    static Supplier<? extends SdkPojo> of(Page page) {
        var operation = OPERATIONS.get(page.operation());
        if (operation == null) {
            throw new IllegalArgumentException("no SDK client is set up for '%s'".formatted(page.operation()));
        }
        return operation.apply(new CannedHttp(page.body(), page.contentType()));
    }

    private static Ec2Client ec2(CannedHttp http) {
        return client(Ec2Client.builder(), http);
    }

    private static IamClient iam(CannedHttp http) {
        return client(IamClient.builder(), http);
    }

    private static Supplier<SdkPojo> recordSets(Route53Client client) {
        return () -> client.listResourceRecordSets(request -> request.hostedZoneId("Z0123456789ABC"));
    }

    private static Supplier<SdkPojo> services(EcsClient client) {
        return () -> client.describeServices(request -> request.services("web"));
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, CannedHttp http) {
        return builder.region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .httpClient(http)
                .build();
    }
}
