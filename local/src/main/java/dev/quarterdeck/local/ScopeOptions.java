package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/** What a hub's scan, or a schedule's, looks at. */
final class ScopeOptions {
    @Option(
            names = "--account",
            order = 1,
            paramLabel = "ACCOUNT",
            description = "only this account, by its id or name; may be given again (default: all that are active)")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--regions",
            order = 2,
            split = ",",
            paramLabel = "REGION",
            description = "only these regions (default: all that an account has enabled)")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--types",
            order = 3,
            split = ",",
            paramLabel = "TYPE",
            description = "only these types, such as AWS::EC2::Instance, ec2:instance, or all of a service: ec2"
                    + " (default: all)")
    private List<String> types = new ArrayList<>();

    @Option(names = "--paid", order = 4, description = "also make the calls that cost money")
    private boolean paid;

    Json.Obj json(HubClient hub, Shell shell) {
        var members = new Members();
        put(members, "accounts", accounts.stream().map(meant -> id(hub, meant)).toList());
        put(members, "regions", regions);
        if (!types.isEmpty()) {
            members.put(
                    "types",
                    new TypeChoice(shell.knowledge().types())
                            .all(types).stream()
                                    .map(TypeDefinition::type)
                                    .map(Object::toString)
                                    .toList());
        }
        return (paid ? members.put("paid", true) : members).json();
    }

    private static void put(Members members, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            members.put(name, values);
        }
    }

    private static String id(HubClient hub, String meant) {
        return AccountChoice.path(hub, meant).substring(AccountChoice.PATH.length() + 1);
    }
}
