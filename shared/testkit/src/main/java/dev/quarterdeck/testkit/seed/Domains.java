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
        fill(zone(domain, Map.of()), domain, Map.of());
    }

    void internal(Network.Laid network, Map<Workload, String> doors) {
        String domain = site.region() + ".internal.tidewater.example.";
        var inside = Map.of(
                "VPC", Map.of("VPCRegion", site.region(), "VPCId", network.vpc()),
                "HostedZoneConfig", Map.of("PrivateZone", true, "Comment", "inside"));
        fill(zone(domain, inside), domain, doors);
    }

    private String zone(String domain, Map<String, ?> with) {
        var input = new HashMap<String, Object>(with);
        input.putAll(Map.of("Name", domain, "CallerReference", "seed-" + domain));
        return site.ask("route53", "CreateHostedZone", input).text("HostedZone.Id");
    }

    /** A workload's name leads to its door; without one, to an address that nobody bears any more. */
    private void fill(String zone, String domain, Map<Workload, String> doors) {
        var changes = site.tenant().workloads().stream()
                .map(workload -> doors.containsKey(workload)
                        ? record(workload, domain, "CNAME", doors.get(workload))
                        : record(workload, domain, "A", "203.0.113.10"))
                .toList();
        site.ask(
                "route53",
                "ChangeResourceRecordSets",
                Map.of("HostedZoneId", zone, "ChangeBatch", Map.of("Changes", changes)));
    }

    private static Map<String, ?> record(Workload workload, String domain, String type, String value) {
        return Map.of(
                "Action",
                "CREATE",
                "ResourceRecordSet",
                Map.of(
                        "Name",
                        workload.name() + "." + domain,
                        "Type",
                        type,
                        "TTL",
                        300,
                        "ResourceRecords",
                        List.of(Map.of("Value", value))));
    }
}
