package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Asks for pages as large as they come: fewest calls, and EC2's larger bucket. */
final class PageSizes {
    private static final List<String> NAMES =
            List.of("MaxResults", "maxResults", "MaxItems", "MaxRecords", "Limit", "limit", "PageSize");
    private static final Pattern IDS = Pattern.compile(".*(Id|Name|Arn)(s|List)?", Pattern.CASE_INSENSITIVE);

    /** Maxima that the services document and the models do not say, by service or by operation. */
    private static final Map<String, Integer> DOCUMENTED = Map.ofEntries(
            Map.entry("apigateway", 500),
            Map.entry("autoscaling", 100),
            Map.entry("cloudfront", 100),
            Map.entry("ec2", 1000),
            Map.entry("ec2.DescribeLaunchTemplateVersions", 200),
            Map.entry("ecs", 100),
            Map.entry("rds", 100),
            Map.entry("resourcegroupstaggingapi", 100),
            Map.entry("route53", 100),
            Map.entry("route53.ListResourceRecordSets", 300),
            Map.entry("s3", 1000),
            Map.entry("sqs", 1000));

    private PageSizes() {}

    /** The member that takes the page size. */
    static Optional<Member> member(Operation operation, Optional<String> limitKey) {
        return limitKey.stream().findFirst().map(List::of).orElse(NAMES).stream()
                .flatMap(name -> Optional.ofNullable(operation.inputMember(name)).stream())
                .filter(member -> member.shape() instanceof Scalar)
                .findFirst();
    }

    /** The size to ask for: the override, else the maximum; nothing where ids are named or nobody knows a maximum. */
    static Optional<Object> size(Call call, Operation operation, Member member, OptionalInt override) {
        Scalar shape = (Scalar) member.shape();
        if (namesIds(call, operation)) {
            return Optional.empty();
        }
        Optional<Integer> size = override.isPresent()
                ? Optional.of(Math.max(shape.least().orElse(1.0).intValue(), override.getAsInt()))
                : Optional.ofNullable(call.input().get(member.name()))
                        .map(given -> Integer.valueOf(given.toString()))
                        .or(() ->
                                isText(shape) ? Optional.empty() : shape.most().map(Double::intValue))
                        .or(() -> Optional.ofNullable(DOCUMENTED.get(call.service() + '.' + call.operation())))
                        .or(() -> Optional.ofNullable(DOCUMENTED.get(call.service())));
        return size.map(number -> isText(shape) ? number.toString() : number);
    }

    private static boolean isText(Scalar shape) {
        return shape.kind() == Scalar.Kind.STRING;
    }

    private static boolean namesIds(Call call, Operation operation) {
        return operation.inputMembers().stream()
                .filter(member -> member.shape() instanceof ListShape
                        && IDS.matcher(member.name()).matches())
                .anyMatch(member -> call.input().containsKey(member.name()));
    }
}
