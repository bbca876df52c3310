package dev.quarterdeck.testkit.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Route 53: the account's public zone and a private one for each region, with records. */
final class Domains {
    private final Site site;

    Domains(Site site) {
        this.site = site;
    }

    void company() {
        String domain = site.tenant().name() + ".tidewater.example.";
        fill(zone(domain, Map.of()), domain);
    }

    void internal(Network.Laid network) {
        String domain = site.region() + ".internal.tidewater.example.";
        var inside = Map.of(
                "VPC", Map.of("VPCRegion", site.region(), "VPCId", network.vpc()),
                "HostedZoneConfig", Map.of("PrivateZone", true, "Comment", "inside"));
        fill(zone(domain, inside), domain);
    }

    private String zone(String domain, Map<String, ?> with) {
        var input = new HashMap<String, Object>(with);
        input.putAll(Map.of("Name", domain, "CallerReference", "seed-" + domain));
        return site.ask("route53", "CreateHostedZone", input).text("HostedZone.Id");
    }

    private void fill(String zone, String domain) {
        var changes = site.tenant().workloads().stream()
                .map(workload -> Map.of(
                        "Action",
                        "CREATE",
                        "ResourceRecordSet",
                        Map.of(
                                "Name",
                                workload.name() + "." + domain,
                                "Type",
                                "A",
                                "TTL",
                                300,
                                "ResourceRecords",
                                List.of(Map.of("Value", "203.0.113.10")))))
                .toList();
        site.ask(
                "route53",
                "ChangeResourceRecordSets",
                Map.of("HostedZoneId", zone, "ChangeBatch", Map.of("Changes", changes)));
    }
}
