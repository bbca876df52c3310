package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;

/** ECR repositories, ECS clusters with services, and a Kubernetes cluster. */
final class Containers {
    private final Site site;
    private final Network.Laid network;

    Containers(Site site, Network.Laid network) {
        this.site = site;
        this.network = network;
    }

    void plant() {
        site.ask("ecs", "CreateCluster", Map.of("clusterName", "services"));
        site.tenant().workloads().forEach(this::plant);
        site.ask(
                "eks",
                "CreateCluster",
                Map.of(
                        "name", "platform",
                        "roleArn", site.globalArn("iam", "role/" + Identities.SERVER_ROLE),
                        "resourcesVpcConfig", Map.of("subnetIds", network.privateSubnets()),
                        "tags", Map.of("team", "platform")));
        site.ask(
                "eks",
                "CreateNodegroup",
                Map.of(
                        "clusterName",
                        "platform",
                        "nodegroupName",
                        "general",
                        "nodeRole",
                        site.globalArn("iam", "role/" + Identities.SERVER_ROLE),
                        "subnets",
                        network.privateSubnets()));
    }

    private void plant(Workload workload) {
        String repository = "tidewater/" + workload.name();
        site.ask(
                "ecr",
                "CreateRepository",
                Map.of(
                        "repositoryName",
                        repository,
                        "imageTagMutability",
                        workload.external() ? "IMMUTABLE" : "MUTABLE",
                        "imageScanningConfiguration",
                        Map.of("scanOnPush", workload.external()),
                        "tags",
                        Tags.list(site, workload)));
        task(workload, repository);
        site.ask(
                "ecs",
                "CreateService",
                Map.of(
                        "cluster", "services",
                        "serviceName", workload.name(),
                        "taskDefinition", workload.name(),
                        "desiredCount", 2,
                        "tags", Tags.lower(site, workload)));
    }

    private void task(Workload workload, String repository) {
        var container = Map.of(
                "name",
                "app",
                "image",
                "%s.dkr.ecr.%s.amazonaws.com/%s:1".formatted(site.account(), site.region(), repository),
                "memory",
                512,
                "essential",
                true,
                "environment",
                List.of(Map.of("name", "API_TOKEN", "value", Canary.of("task-" + workload.name()))));
        site.ask(
                "ecs",
                "RegisterTaskDefinition",
                Map.of(
                        "family", workload.name(),
                        "taskRoleArn", site.globalArn("iam", "role/" + Identities.SERVER_ROLE),
                        "containerDefinitions", List.of(container),
                        "tags", Tags.lower(site, workload)));
    }
}
