package dev.quarterdeck.wire;

import java.util.Map;
import java.util.Set;

/**
 * One operation to ask for. {@code service} is botocore's name of it ({@code ec2}, {@code resourcegroupstaggingapi});
 * {@code input} holds String, Number, Boolean, byte[], Instant, List and Map values and is checked against the model;
 * {@code region} is where the caller means, whatever endpoint serves it; {@code absentOn} lists error codes that mean
 * "there is none".
 */
public record Call(
        String service, String operation, Map<String, ?> input, Access access, String region, Set<String> absentOn) {
    public Call {
        input = Map.copyOf(input);
        absentOn = Set.copyOf(absentOn);
    }

    public static Call of(String service, String operation, Map<String, ?> input, Access access, String region) {
        return new Call(service, operation, input, access, region, Set.of());
    }
}
