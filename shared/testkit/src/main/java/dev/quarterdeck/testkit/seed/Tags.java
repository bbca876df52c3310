package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The company's tags, in each of the shapes in which services take them. */
final class Tags {
    private Tags() {}

    static Map<String, String> map(Site site, Workload workload) {
        return new TreeMap<>(Map.of(
                "workload", workload.name(),
                "team", workload.team(),
                "environment", site.tenant().name()));
    }

    static List<Map<String, String>> list(Site site, Workload workload) {
        return shaped(map(site, workload), "Key", "Value");
    }

    static List<Map<String, String>> lower(Site site, Workload workload) {
        return shaped(map(site, workload), "key", "value");
    }

    static List<Map<String, String>> kms(Site site, Workload workload) {
        return shaped(map(site, workload), "TagKey", "TagValue");
    }

    /** EC2's form: the tags of what is being made, with its name. */
    static List<Map<String, Object>> ec2(String kind, Site site, Workload workload, String name) {
        var tags = map(site, workload);
        tags.put("Name", name);
        return specification(kind, tags);
    }

    static List<Map<String, Object>> ec2(String kind, String name) {
        return specification(kind, new TreeMap<>(Map.of("Name", name, "team", "platform")));
    }

    private static List<Map<String, Object>> specification(String kind, Map<String, String> tags) {
        return List.of(Map.of("ResourceType", kind, "Tags", shaped(tags, "Key", "Value")));
    }

    private static List<Map<String, String>> shaped(Map<String, String> tags, String key, String value) {
        return tags.entrySet().stream()
                .map(tag -> Map.of(key, tag.getKey(), value, tag.getValue()))
                .toList();
    }
}
