package dev.quarterdeck.collect.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be known of AWS's partitions before anything can be asked in them. */
public final class Partitions {
    private static final Map<String, List<String>> REGIONS = Map.of(
            "aws",
                    List.of(
                            "us-east-1",
                            "us-east-2",
                            "us-west-1",
                            "us-west-2",
                            "ap-northeast-1",
                            "ap-northeast-2",
                            "ap-northeast-3",
                            "ap-south-1",
                            "ap-southeast-1",
                            "ap-southeast-2",
                            "ca-central-1",
                            "eu-central-1",
                            "eu-north-1",
                            "eu-west-1",
                            "eu-west-2",
                            "eu-west-3",
                            "sa-east-1"),
            "aws-cn", List.of("cn-northwest-1", "cn-north-1"),
            "aws-us-gov", List.of("us-gov-west-1", "us-gov-east-1"),
            "aws-iso", List.of("us-iso-east-1", "us-iso-west-1"),
            "aws-iso-b", List.of("us-isob-east-1"),
            "aws-eusc", List.of("eusc-de-east-1"));

    /** Of all partitions; no two have a region of one name. */
    static final Set<String> ENABLED_BY_DEFAULT =
            REGIONS.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private Partitions() {}

    /** Where what belongs to no region is asked. */
    public static String home(String partition) {
        return enabledByDefault(partition).getFirst();
    }

    /** The regions that every account of the partition has without opting in. */
    static List<String> enabledByDefault(String partition) {
        return REGIONS.getOrDefault(partition, List.of("us-east-1"));
    }
}
