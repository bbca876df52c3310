package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Coverage.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What could not be read of resources that were listed. */
final class Gaps {
    private final Map<String, Gap> byName = new TreeMap<>();

    /** The first refusal stands for all of one enrichment. */
    private record Gap(Refusal first, long count) {}

    void add(String name, Refusal refusal) {
        byName.merge(name, new Gap(refusal, 1), (old, _) -> new Gap(old.first, old.count + 1));
    }

    Reason reason() {
        if (byName.isEmpty()) {
            return Reason.NONE;
        }
        String text = byName.entrySet().stream()
                .map(gap -> "%s not read for %d: %s"
                        .formatted(
                                gap.getKey(),
                                gap.getValue().count,
                                gap.getValue().first.brief()))
                .collect(Collectors.joining("; "));
        String actions = byName.values().stream()
                .flatMap(gap -> gap.first.reason().missingAction().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        Optional<String> policy = byName.values().stream()
                .flatMap(gap -> gap.first.reason().blockedBy().stream())
                .findFirst();
        return new Reason(text, policy, actions.isEmpty() ? Optional.empty() : Optional.of(actions));
    }
}
