package dev.quarterdeck.testkit.seed;

import java.util.LinkedHashMap;
import java.util.Map;

/** KMS: a key with an alias for each workload; what customers reach rotates. */
final class Keys {
    private final Site site;

    Keys(Site site) {
        this.site = site;
    }

    /** Key ARNs by workload. */
    Map<Workload, String> plant() {
        var made = new LinkedHashMap<Workload, String>();
        site.tenant().workloads().forEach(workload -> made.put(workload, key(workload)));
        return made;
    }

    private String key(Workload workload) {
        var made = site.ask(
                "kms",
                "CreateKey",
                Map.of("Description", "data of " + workload.name(), "Tags", Tags.kms(site, workload)));
        String id = made.text("KeyMetadata.KeyId");
        site.ask("kms", "CreateAlias", Map.of("AliasName", "alias/" + workload.name(), "TargetKeyId", id));
        if (workload.external()) {
            site.ask("kms", "EnableKeyRotation", Map.of("KeyId", id));
        }
        return made.text("KeyMetadata.Arn");
    }
}
