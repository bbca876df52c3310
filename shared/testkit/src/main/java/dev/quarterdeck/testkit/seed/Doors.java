package dev.quarterdeck.testkit.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Load balancers of what customers reach, with target groups, listeners and a rule. */
final class Doors {
    private final Site site;
    private final Network.Laid network;

    Doors(Site site, Network.Laid network) {
        this.site = site;
        this.network = network;
    }

    /** The balancers' DNS names by workload. */
    Map<Workload, String> plant() {
        var names = new LinkedHashMap<Workload, String>();
        site.tenant().workloads().stream()
                .filter(Workload::external)
                .forEach(workload -> names.put(workload, plant(workload)));
        return names;
    }

    private String plant(Workload workload) {
        var made = site.ask(
                "elbv2",
                "CreateLoadBalancer",
                Map.of(
                        "Name", workload.name(),
                        "Scheme", "internet-facing",
                        "Type", "application",
                        "Subnets", network.publicSubnets(),
                        "SecurityGroups", List.of(network.edgeGroup()),
                        "Tags", Tags.list(site, workload)));
        String balancer = made.text("LoadBalancers.0.LoadBalancerArn");
        String blue = targets(workload, "blue");
        String green = targets(workload, "green");
        String listener = listener(balancer, blue);
        site.ask(
                "elbv2",
                "CreateRule",
                Map.of(
                        "ListenerArn",
                        listener,
                        "Priority",
                        10,
                        "Conditions",
                        List.of(Map.of("Field", "path-pattern", "Values", List.of("/next/*"))),
                        "Actions",
                        List.of(Map.of("Type", "forward", "TargetGroupArn", green))));
        return made.text("LoadBalancers.0.DNSName");
    }

    private String targets(Workload workload, String colour) {
        var input = Map.of(
                "Name",
                workload.name() + "-" + colour,
                "Protocol",
                "HTTP",
                "Port",
                8080,
                "VpcId",
                network.vpc(),
                "HealthCheckPath",
                "/health",
                "Tags",
                Tags.list(site, workload));
        return site.ask("elbv2", "CreateTargetGroup", input).text("TargetGroups.0.TargetGroupArn");
    }

    private String listener(String balancer, String targets) {
        var input = Map.of(
                "LoadBalancerArn",
                balancer,
                "Protocol",
                "HTTP",
                "Port",
                80,
                "DefaultActions",
                List.of(Map.of("Type", "forward", "TargetGroupArn", targets)));
        return site.ask("elbv2", "CreateListener", input).text("Listeners.0.ListenerArn");
    }
}
