package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.scan.Asking.Listed;
import dev.quarterdeck.collect.scan.Asking.Told;
import dev.quarterdeck.collect.scan.ScanResult.Opened;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens one account: who it is, which regions it has; then looks at each of them. */
final class AccountScan {
    private final Run run;
    private final Target target;
    private final Berths.Berth opening;
    private final Joins joins;

    AccountScan(Run run, Target target, Berths.Berth opening) {
        this.run = run;
        this.target = target;
        this.opening = opening;
        this.joins = new Joins(run.asking(), run.wanted().together());
    }

    Opened scan() {
        Told identity = run.asking().one(call(target.access(), "sts", "GetCallerIdentity", Map.of()));
        Opened opened = identity.answer() instanceof Answer.Failure failure
                ? refused(Refusal.of(failure))
                : identified(identity.value());
        run.pace().accounts().finish();
        return opened;
    }

    private Opened identified(Json identity) {
        Optional<String> account = member(identity, "Account").filter(AccountId::isValid);
        if (account.isEmpty()) {
            return refused(Refusal.plain(Status.FAILED, "AWS did not tell whose credentials these are"));
        }
        var id = new AccountId(account.get());
        String expected = target.access().account();
        if (!expected.isEmpty() && !expected.equals(id.value())) {
            return refused(
                    Refusal.plain(Status.FAILED, "the credentials are of account %s, not %s".formatted(id, expected)));
        }
        String first = run.terms().claims().putIfAbsent(id, target.name());
        if (first != null) {
            return new Opened(
                    target.name(),
                    Optional.of(id),
                    List.of(),
                    List.of(),
                    Optional.of("account %s is looked at as '%s' already".formatted(id, first)));
        }
        String partition = member(identity, "Arn")
                .flatMap(Arn::parse)
                .map(Arn::partition)
                .orElse(target.access().partition());
        return look(id, new Access(partition, id.value(), target.access().credentials()));
    }

    private Opened refused(Refusal why) {
        String account = target.access().account().isEmpty()
                ? target.name()
                : target.access().account();
        run.uncovered(new Coverage.Area(account, Coverage.EVERYWHERE, Optional.empty()), why);
        return new Opened(target.name(), Optional.empty(), List.of(), List.of(), Optional.of(why.brief()));
    }

    private Opened look(AccountId id, Access access) {
        Regions regions = regions(id, access);
        var scans = new ArrayList<RegionScan>();
        if (run.request().regions().holdsGlobal()) {
            scans.add(scan(
                    new RegionScan.Place(access, id, Resource.Place.GLOBAL, home(access)),
                    run.wanted().global()));
        }
        for (String region : regions.enabled) {
            scans.add(scan(
                    new RegionScan.Place(access, id, region, region),
                    run.wanted().in(region)));
        }
        run.pace().regions().expect(scans.size());
        for (String region : regions.optedOut) {
            scan(new RegionScan.Place(access, id, region, region), run.wanted().in(region))
                    .refuse(Status.OPTED_OUT, "the account has not enabled this region");
        }
        var waiting = new AtomicInteger(scans.size());
        Fork.each(scans, scans.size(), scan -> look(scan, waiting));
        List<String> barred = scans.stream()
                .filter(RegionScan::isBarred)
                .map(scan -> scan.place().column())
                .toList();
        return new Opened(target.name(), Optional.of(id), List.copyOf(regions.enabled), barred, Optional.empty());
    }

    private void look(RegionScan scan, AtomicInteger waiting) {
        scan.run(() -> {
            if (waiting.decrementAndGet() == 0) {
                opening.close();
            }
        });
        run.pace().regions().finish();
    }

    private RegionScan scan(RegionScan.Place place, Agenda agenda) {
        return new RegionScan(run, place, agenda, joins);
    }

    private record Regions(Set<String> enabled, Set<String> optedOut) {}

    private Regions regions(AccountId id, Access access) {
        return switch (run.request().regions()) {
            case RegionChoice.Part(String name)
            when !name.equals(Resource.Place.GLOBAL) ->
                new Regions(Set.of(name), Set.of()); // whoever chose the parts has asked which there are
            case RegionChoice.Part _ -> new Regions(Set.of(), asked(id, access).optedOut);
            case RegionChoice.Named(List<String> names)
            when Partitions.enabledByDefault(access.partition()).containsAll(names) ->
                new Regions(new LinkedHashSet<>(names), Set.of()); // nobody can opt out of them
            case RegionChoice.Named(List<String> names) -> {
                Regions told = told(listed(access));
                var out = new LinkedHashSet<>(names);
                out.retainAll(told.optedOut);
                var named = new LinkedHashSet<>(names);
                named.removeAll(out);
                yield new Regions(named, out);
            }
            case RegionChoice.AllEnabled _ -> asked(id, access);
        };
    }

    private Listed listed(Access access) {
        return run.asking()
                .all(
                        call(access, "ec2", "DescribeRegions", Map.of("AllRegions", true)),
                        new Paging("Regions[]", List.of(), new Paging.Single()));
    }

    private static Regions told(Listed listed) {
        var known = new Regions(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Json region : listed.rows()) {
            boolean out =
                    member(region, "OptInStatus").filter("not-opted-in"::equals).isPresent();
            member(region, "RegionName").ifPresent(name -> (out ? known.optedOut : known.enabled).add(name));
        }
        return known;
    }

    /** Where the account does not let us see its regions, those that every account has; that others may exist is told. */
    private Regions asked(AccountId id, Access access) {
        Listed listed = listed(access);
        return listed.answer() instanceof Answer.Failure failure
                ? assumed(id, access, Refusal.of(failure))
                : told(listed);
    }

    private Regions assumed(AccountId id, Access access, Refusal why) {
        Coverage.Reason reason = why.reason();
        String text =
                "the list of enabled regions could not be read, so only those are looked at that every account has: "
                        + reason.text();
        run.uncovered(
                new Coverage.Area(id.value(), Coverage.EVERYWHERE, Optional.empty()),
                new Refusal(why.status(), new Coverage.Reason(text, reason.blockedBy(), reason.missingAction())));
        return new Regions(new LinkedHashSet<>(Partitions.enabledByDefault(access.partition())), Set.of());
    }

    private Call call(Access access, String service, String operation, Map<String, ?> input) {
        String region = target.homeRegion().isEmpty() ? Partitions.home(access.partition()) : target.homeRegion();
        return Call.of(service, operation, input, access, region);
    }

    private static String home(Access access) {
        return Partitions.home(access.partition());
    }

    private static Optional<String> member(Json object, String name) {
        return object instanceof Json.Obj found ? found.get(name).flatMap(Expression::text) : Optional.empty();
    }
}
