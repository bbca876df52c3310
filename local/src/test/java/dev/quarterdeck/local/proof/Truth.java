package dev.quarterdeck.local.proof;

import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.Witness;
import dev.quarterdeck.testkit.Witness.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The planted estate, and what is true of it, for proofs that ask the product as people do. */
public final class Truth {
    private final Planted planted;

    private Truth(Planted planted) {
        this.planted = planted;
    }

    /** A link, and where it was found to lead. */
    public record Found(String from, String rel, String via, String names, Optional<String> to) {
        public static Found of(Edge edge) {
            return new Found(
                    edge.link().from().value(),
                    edge.link().rel(),
                    edge.link().via(),
                    edge.link().target().id(),
                    edge.to().map(uid -> uid.value()));
        }
    }

    public static Truth planted() {
        return new Truth(Planted.once());
    }

    public String endpoint() {
        return planted.endpoint().toString();
    }

    public List<String> regions() {
        return Planted.REGIONS;
    }

    /** With whose key the hub comes. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", planted.estate().hubKeyId(),
                "AWS_SECRET_ACCESS_KEY", planted.estate().hubSecret());
    }

    public String accountsFile() {
        return planted.estate().accountsFile();
    }

    /** What boto3 lists. */
    public Set<Sighting> sightings() {
        return Witness.ask(planted.endpoint(), planted.estate());
    }

    /** What one look at all accounts finds to be linked. */
    public Set<Found> links() {
        return new Looker(planted, EmulatorClient.settings(planted.endpoint()))
                .look(planted.estate().entrances()).edges().stream()
                        .map(Found::of)
                        .collect(Collectors.toSet());
    }
}
