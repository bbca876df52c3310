package dev.quarterdeck.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.Construct;

/** Findings of cdk-nag that stand: each on the one resource that it is about, with the reason. */
final class Accepted {
    private Accepted() {}

    static void finding(Construct resource, String rule, String reason) {
        accept(resource, NagPackSuppression.builder().id(rule).reason(reason).build());
    }

    /** A wildcard in a role's policy: this one, whose resource ends so, and no other. */
    static void wildcard(Construct role, Grant.Wildcard wildcard) {
        String pattern = wildcard.end().replaceAll("[^\\w:-]", "\\\\$0");
        accept(
                role,
                NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason(wildcard.why())
                        .appliesTo(List.of(RegexAppliesTo.builder()
                                .regex("/%s$/".formatted(pattern))
                                .build()))
                        .build());
    }

    private static void accept(Construct resource, NagPackSuppression suppression) {
        NagSuppressions.addResourceSuppressions(resource, List.of(suppression));
    }
}
