package dev.quarterdeck.inventory.topology;

import dev.quarterdeck.inventory.topology.Place.Network;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which VPC and subnet an account's resources are, as their links say. What stands in several subnets is in their VPC;
 * what stands in several VPCs is in none.
 */
public final class Networks {
    private static final String IN = "in";

    /** What a resource is in: the network's own name, and its uid where it is known. */
    private record Around(String name, Optional<String> uid) {}

    private final Map<String, Set<Around>> around = new HashMap<>();

    /** Takes a row of the account's links; those that tell nothing of networks are passed over. */
    public void add(Json.Obj edge) {
        Fields fields = Fields.of(edge);
        String named = text(fields, "to_arn");
        String name = named.substring(named.lastIndexOf('/') + 1);
        if (text(fields, "rel").equals(IN) && (GroupId.isVpc(name) || GroupId.isSubnet(name))) {
            around.computeIfAbsent(text(fields, "from_uid"), _ -> new LinkedHashSet<>())
                    .add(new Around(name, fields.maybeText("to_uid")));
        }
    }

    /** Where a resource of the account is; all links of the account are known by now. */
    public Place place(Json.Obj resource) {
        Fields fields = Fields.of(resource);
        return new Place(
                text(fields, "account_id"),
                text(fields, "region"),
                network(text(fields, "uid"), text(fields, "native_id")),
                text(fields, "type"));
    }

    private static String text(Fields fields, String column) {
        return fields.maybeText(column).orElse("");
    }

    /** A VPC and a subnet are in themselves. */
    private Network network(String uid, String id) {
        if (GroupId.isVpc(id)) {
            return new Network(Optional.of(id), Optional.empty());
        }
        if (GroupId.isSubnet(id)) {
            return new Network(only(vpcs(uid)), Optional.of(id));
        }
        return around.containsKey(uid) ? named(uid) : Network.NONE;
    }

    private Network named(String uid) {
        Set<String> vpcs = vpcs(uid);
        return vpcs.size() > 1 ? Network.NONE : new Network(only(vpcs), only(names(uid, GroupId::isSubnet)));
    }

    /** Those it names, and those of the subnets that it names. */
    private Set<String> vpcs(String uid) {
        Stream<String> ofSubnets = around.getOrDefault(uid, Set.of()).stream()
                .filter(one -> GroupId.isSubnet(one.name()))
                .flatMap(one -> one.uid().stream())
                .flatMap(subnet -> names(subnet, GroupId::isVpc).stream());
        return Stream.concat(names(uid, GroupId::isVpc).stream(), ofSubnets).collect(Collectors.toSet());
    }

    private Set<String> names(String uid, Predicate<String> kind) {
        return around.getOrDefault(uid, Set.of()).stream()
                .map(Around::name)
                .filter(kind)
                .collect(Collectors.toSet());
    }

    private static Optional<String> only(Set<String> names) {
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }
}
