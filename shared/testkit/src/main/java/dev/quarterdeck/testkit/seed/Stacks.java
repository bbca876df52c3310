package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;

/** CloudFormation stacks, with a parameter that is a secret and should not have been one. */
final class Stacks {
    private static final String TEMPLATE = """
            {"Parameters":{"Token":{"Type":"String"}},
             "Resources":{"Queue":{"Type":"AWS::SQS::Queue"},"Topic":{"Type":"AWS::SNS::Topic"}},
             "Outputs":{"QueueUrl":{"Value":{"Ref":"Queue"}}}}""";

    private final Site site;

    Stacks(Site site) {
        this.site = site;
    }

    void plant() {
        for (Workload workload : site.tenant().workloads()) {
            site.ask(
                    "cloudformation",
                    "CreateStack",
                    Map.of(
                            "StackName",
                            workload.name() + "-stack",
                            "TemplateBody",
                            TEMPLATE,
                            "Parameters",
                            List.of(Map.of(
                                    "ParameterKey", "Token", "ParameterValue", Canary.of("stack-" + workload.name()))),
                            "Tags",
                            Tags.list(site, workload)));
        }
    }
}
