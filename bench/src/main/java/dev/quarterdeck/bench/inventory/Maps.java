package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.MapRequest;
import dev.quarterdeck.inventory.asking.ResourceMap;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.Topology;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.topology.GroupId;
import dev.quarterdeck.inventory.topology.Level;
import dev.quarterdeck.inventory.topology.Opening;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Maps of all there is, closed and opened. */
record Maps(Topology topology, Company company, Function<String, Filter> filters) {
    private static final int ROUNDS = 20;

    private record Wanted(String what, String filter, Opening opening) {}

    private List<Wanted> wanted() {
        String account = company.account(7).value();
        String type = account + "/" + Company.REGIONS.getFirst() + "/" + Company.INSTANCE;
        return List.of(
                new Wanted("all accounts, closed", "", Opening.NONE),
                new Wanted("all regions of all accounts", "", new Opening(Level.REGION, Set.of())),
                new Wanted("all types of all regions", "", new Opening(Level.TYPE, Set.of())),
                new Wanted("one account opened", "", opened(account)),
                new Wanted("one type opened, to its resources", "", opened(type)),
                new Wanted("tags.team = payments", "tags.team = payments", Opening.NONE),
                new Wanted(
                        "type = ec2:instance, all regions",
                        "type = ec2:instance",
                        new Opening(Level.REGION, Set.of())));
    }

    private static Opening opened(String group) {
        return new Opening(Level.ACCOUNT, Set.of(GroupId.parse(group)));
    }

    void measure() throws Exception {
        System.out.printf(
                "%n| a map of | groups | lines | first CPU ms | CPU ms p50 | p99 |%n|---|---:|---:|---:|---:|---:|%n");
        for (Wanted one : wanted()) {
            var request = new MapRequest(
                    filters.apply(one.filter()),
                    ListRequest.When.now(Clock.systemUTC().instant()),
                    new Sight.Everything(),
                    one.opening());
            var first = Took.of(1, () -> topology.draw(request));
            ResourceMap map = topology.draw(request);
            var took = Took.of(ROUNDS, () -> topology.draw(request));
            System.out.printf(
                    "| %s | %,d | %,d | %.0f | %.0f | %.0f |%n",
                    one.what(),
                    map.groups().size(),
                    map.lines().lines().size(),
                    first.processor(50),
                    took.processor(50),
                    took.processor(99));
        }
    }
}
