package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.ListCoverage;
import dev.quarterdeck.inventory.asking.MapRequest;
import dev.quarterdeck.inventory.asking.ResourceMap;
import dev.quarterdeck.inventory.asking.ResourceMap.End;
import dev.quarterdeck.inventory.asking.ResourceMap.Group;
import dev.quarterdeck.inventory.asking.ResourceMap.Line;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.topology.GroupId;
import dev.quarterdeck.inventory.topology.Layout;
import dev.quarterdeck.inventory.topology.Level;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A map as it is told: accounts by their names, also those of which nobody knows whether anything is there. */
record ToldMap(MapRequest request, ResourceMap map, SortedMap<String, String> accounts) {
    Json.Obj json() {
        List<AccountId> ids = accounts.keySet().stream().map(AccountId::new).toList();
        var coverage = new ListCoverage(request.filter(), map.looking());
        var never = new HashSet<>(coverage.neverScanned(request.when(), ids));
        return new Members()
                .put("resources", resources())
                .put("groups", groups(coverage, never))
                .put(
                        "links",
                        Json.of(map.lines().lines().stream().map(this::line).toList()))
                .put("links_left_out", map.lines().left())
                .put("limit", Layout.ROOM)
                .put("folded", texts(map.unopened().folded()))
                .put("not_found", texts(map.unopened().unknown()))
                .maybeAt("at", request.when().at())
                .put("coverage", coverage.told(request.when(), ids))
                .json();
    }

    private long resources() {
        return map.groups().stream()
                .filter(group -> group.level() == Level.ACCOUNT)
                .mapToLong(Group::count)
                .sum();
    }

    private Json groups(ListCoverage coverage, Set<AccountId> never) {
        Stream<Json.Obj> shown = map.groups().stream().map(group -> switch (group.level()) {
            case ACCOUNT -> account(new AccountId(group.id()), group, coverage, never);
            default -> group(group).json();
        });
        Set<String> there = map.groups().stream()
                .filter(group -> group.level() == Level.ACCOUNT)
                .map(Group::id)
                .collect(Collectors.toSet());
        Stream<Json.Obj> empty = accounts.keySet().stream()
                .filter(id -> !there.contains(id))
                .map(AccountId::new)
                .filter(id -> request.filter().equals(Filter.ALL) || never.contains(id) || coverage.notLookedAt(id) > 0)
                .map(id -> account(id, nothing(id), coverage, never));
        return Json.of(Stream.concat(shown, empty).toList());
    }

    private static Group nothing(AccountId id) {
        var face = new ResourceMap.Face(id.value(), Optional.empty());
        return new Group(id.value(), Optional.empty(), Level.ACCOUNT, face, 0, false);
    }

    private Json.Obj account(AccountId id, Group group, ListCoverage coverage, Set<AccountId> never) {
        return group(group)
                .put("name", accounts.getOrDefault(id.value(), id.value()))
                .put("areas_not_looked_at", coverage.notLookedAt(id))
                .put("never_scanned", never.contains(id))
                .json();
    }

    private static Members group(Group group) {
        return new Members()
                .put("id", group.id())
                .maybe("within", group.within().map(GroupId::text))
                .put("level", group.level().toString())
                .put("name", group.face().name())
                .maybe("uid", group.face().uid())
                .put("count", group.count())
                .put("open", group.open());
    }

    private Json.Obj line(Line line) {
        var relations = new Members();
        line.relations().forEach(relations::put);
        return new Members()
                .put("from", end(line.from()))
                .put("to", end(line.to()))
                .put("count", line.links())
                .put("relations", relations)
                .json();
    }

    private Members end(End end) {
        return switch (end) {
            case End.Shown(var id) -> new Members().put("id", id);
            case End.Elsewhere(var account, var found) ->
                new Members().put("why", why(account, found)).maybe("account_id", account);
        };
    }

    /** An account that is not in sight is told as one that is not known: what it is, is nobody's business. */
    private String why(Optional<String> account, boolean found) {
        if (account.filter(id -> !accounts.containsKey(id)).isPresent()) {
            return "unknown-account";
        }
        return found && !request.filter().equals(Filter.ALL) ? "filtered" : "dangling";
    }

    private static List<String> texts(Collection<GroupId> groups) {
        return groups.stream().map(GroupId::text).toList();
    }
}
