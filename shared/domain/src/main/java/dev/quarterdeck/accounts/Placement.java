package dev.quarterdeck.accounts;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where in AWS an account is, and which regions are open to it; no regions as long as nobody has looked. */
public record Placement(Partition partition, Optional<Membership> organization, SortedSet<String> regions) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}");

    public Placement {
        for (String region : regions) {
            if (!REGION.matcher(region).matches()) {
                throw new IllegalArgumentException(
                        "region must look like eu-west-1: '%s'".formatted(Visible.text(region)));
            }
        }
        regions = new TreeSet<>(regions);
    }

    /** The same, at this place of an organization. */
    public Placement in(Membership place) {
        return new Placement(partition, Optional.of(place), regions);
    }

    public static Placement in(Partition partition) {
        return new Placement(partition, Optional.empty(), new TreeSet<>());
    }
}
