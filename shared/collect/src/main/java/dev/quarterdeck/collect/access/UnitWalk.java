package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.organization.Picture;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.kernel.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where each account of an organization is. The list of accounts says it where AWS fills {@code Paths}; elsewhere the
 * units are walked, unit by unit and never account by account, which AWS throttles.
 */
final class UnitWalk {
    private static final Pattern UNIT = Pattern.compile("(r|ou)-[0-9a-z-]+");

    private final WireOrganization organization;
    private final String id;
    private final AccountId management;

    UnitWalk(WireOrganization organization, String id, AccountId management) {
        this.organization = organization;
        this.id = id;
        this.management = management;
    }

    /** The root, and all accounts. */
    record Walked(String root, List<Picture.Member> members) {}

    private record Unit(List<String> path) {
        Unit below(String id) {
            return new Unit(Stream.concat(path.stream(), Stream.of(id)).toList());
        }
    }

    Asked<Walked> members() {
        return switch (organization.list("ListAccounts", Map.of(), "Accounts[]")) {
            case Asked.Not<List<Fields>>(var trouble) -> new Asked.Not<>(trouble);
            case Asked.Got<List<Fields>>(var accounts)
            when accounts.stream().allMatch(account -> !account.texts("Paths").isEmpty()) ->
                new Asked.Got<>(told(accounts));
            case Asked.Got<List<Fields>> _ -> walked();
        };
    }

    private Walked told(List<Fields> accounts) {
        var members = accounts.stream()
                .map(account -> member(account, units(account.texts("Paths").getFirst())))
                .toList();
        return new Walked(units(accounts.getFirst().texts("Paths").getFirst()).getFirst(), members);
    }

    private static List<String> units(String path) {
        return Stream.of(path.split("/"))
                .filter(part -> UNIT.matcher(part).matches())
                .toList();
    }

    private Asked<Walked> walked() {
        return switch (organization.list("ListRoots", Map.of(), "Roots[]")) {
            case Asked.Not<List<Fields>>(var trouble) -> new Asked.Not<>(trouble);
            case Asked.Got<List<Fields>>(var roots) -> from(roots.getFirst().text("Id"));
        };
    }

    private Asked<Walked> from(String root) {
        var members = new ArrayList<Picture.Member>();
        var open = new ArrayDeque<Unit>(List.of(new Unit(List.of(root))));
        while (!open.isEmpty()) {
            Unit unit = open.removeFirst();
            var parent = Map.of("ParentId", unit.path().getLast());
            var accounts = organization.list("ListAccountsForParent", parent, "Accounts[]");
            var below = organization.list("ListOrganizationalUnitsForParent", parent, "OrganizationalUnits[]");
            if (accounts instanceof Asked.Got<List<Fields>>(var found)
                    && below instanceof Asked.Got<List<Fields>>(var units)) {
                found.forEach(account -> members.add(member(account, unit.path())));
                units.forEach(inner -> open.add(unit.below(inner.text("Id"))));
            } else {
                return new Asked.Not<>(trouble(accounts, below)); // a part would look like accounts that left
            }
        }
        return new Asked.Got<>(new Walked(root, members));
    }

    private static Trouble trouble(Asked<List<Fields>> some, Asked<List<Fields>> others) {
        return Stream.of(some, others)
                .flatMap(one ->
                        one instanceof Asked.Not<List<Fields>>(var trouble) ? Stream.of(trouble) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private Picture.Member member(Fields account, List<String> path) {
        var number = new AccountId(account.text("Id"));
        boolean active = account.maybeText("State")
                .or(() -> account.maybeText("Status"))
                .filter("ACTIVE"::equals)
                .isPresent();
        return new Picture.Member(
                number,
                account.maybeText("Name").orElse(""),
                active,
                WireOrganization.place(id, path, number.equals(management)));
    }
}
