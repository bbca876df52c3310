package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.ResourceType;
import java.util.Optional;

/** Passes on what is found, and counts the types of which another try might read more. */
final class Shortfall extends Passing {
    private long gaps;
    private Optional<Coverage> first = Optional.empty();

    Shortfall(FactSink sink) {
        super(sink);
    }

    long gaps() {
        return gaps;
    }

    /** The first one stands for all. */
    Optional<String> why() {
        return first.map(gap -> "%s %s: %s%s"
                .formatted(
                        gap.area().type().map(ResourceType::name).orElse("its regions"),
                        gap.status(),
                        gap.reason().text(),
                        gaps == 1 ? "" : " (and %d more)".formatted(gaps - 1)));
    }

    @Override
    public void coverage(Coverage coverage) {
        if (isGap(coverage)) {
            gaps++;
            first = first.or(() -> Optional.of(coverage));
        }
        super.coverage(coverage);
    }

    private static boolean isGap(Coverage coverage) {
        return switch (coverage.status()) {
            case DENIED, THROTTLED, FAILED -> true;
            case LOOKED, BARRED, UNSUPPORTED, OPTED_OUT, STALE -> false;
        };
    }
}
