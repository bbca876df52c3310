package dev.quarterdeck.inventory.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where resources are that the map tells apart only by themselves. Those in no network have none. */
public record Place(String account, String region, Network network, String type) {
    /** A subnet whose VPC nobody names stands without one. */
    public record Network(Optional<String> vpc, Optional<String> subnet) {
        public static final Network NONE = new Network(Optional.empty(), Optional.empty());
    }

    /** The groups around them, the outermost first. */
    public List<GroupId> groups() {
        var around = new ArrayList<GroupId>();
        around.add(GroupId.of(account));
        around.add(around.getLast().with(region));
        network.vpc().ifPresent(vpc -> around.add(around.getLast().with(vpc)));
        network.subnet().ifPresent(subnet -> around.add(around.getLast().with(subnet)));
        around.add(around.getLast().with(type));
        return around;
    }
}
