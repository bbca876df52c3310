package dev.quarterdeck.local.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The accounts of the caller's organization. One listing gives them all; the tree of units is walked only when somebody
 * asks for some of it, unit by unit and never account by account.
 */
public final class Organization {
    private static final String SERVICE = "organizations";

    private final AwsApi api;
    private final Access caller;
    private final String region;

    /** An active account; suspended and closing ones cannot be read. */
    public record Member(AccountId id, Label label) {}

    public Organization(AwsApi api, Access caller, String region) {
        this.api = api;
        this.caller = caller;
        this.region = region;
    }

    /** All active accounts. */
    public List<Member> members() {
        return all("ListAccounts", Map.of(), "Accounts[]").stream()
                .filter(Organization::active)
                .map(account -> member(account, Optional.empty()))
                .toList();
    }

    /** The active accounts in these units (or roots) and in whatever is below them. */
    public List<Member> membersBelow(List<String> units) {
        var found = new LinkedHashMap<AccountId, Member>();
        var seen = new HashSet<String>();
        units.forEach(unit -> walk(unit, unit, seen, found));
        return List.copyOf(found.values());
    }

    private void walk(String unit, String path, Set<String> seen, SequencedMap<AccountId, Member> found) {
        if (!seen.add(unit)) {
            return;
        }
        all("ListAccountsForParent", Map.of("ParentId", unit), "Accounts[]").stream()
                .filter(Organization::active)
                .map(account -> member(account, Optional.of(path)))
                .forEach(member -> found.putIfAbsent(member.id(), member));
        for (Json.Obj child :
                all("ListOrganizationalUnitsForParent", Map.of("ParentId", unit), "OrganizationalUnits[]")) {
            String id = Asked.text(child, "Id").orElse("");
            walk(id, path + "/" + Asked.text(child, "Name").orElse(id), seen, found);
        }
    }

    /** {@code State} is what AWS fills from 2026 on; {@code Status} is what it filled before. */
    private static boolean active(Json.Obj account) {
        return Asked.text(account, "State")
                .or(() -> Asked.text(account, "Status"))
                .filter("ACTIVE"::equals)
                .isPresent();
    }

    private static Member member(Json.Obj account, Optional<String> walked) {
        Optional<String> path = walked.or(() -> account.get("Paths").flatMap(Organization::first));
        return new Member(
                new AccountId(Asked.text(account, "Id").orElse("")), new Label(Asked.text(account, "Name"), path));
    }

    private static Optional<String> first(Json paths) {
        return paths instanceof Json.Arr(var items)
                        && !items.isEmpty()
                        && items.getFirst() instanceof Json.Str(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private List<Json.Obj> all(String operation, Map<String, ?> input, String items) {
        Call call = Call.of(SERVICE, operation, input, caller, region);
        return switch (Asked.all(api, call, items)) {
            case Asked.Got<List<Json.Obj>>(var found) -> new ArrayList<>(found);
            case Asked.Not<List<Json.Obj>>(var failure) -> throw refused(operation, input, failure);
        };
    }

    private Refusal refused(String operation, Map<String, ?> input, Answer.Failure failure) {
        return switch (failure) {
            case Answer.Denied denied ->
                Refusal.unreadable(
                        "--org needs %s, which account %s may not: use the management account or a delegated administrator, or list the accounts with --accounts"
                                .formatted(denied.action(), caller.account()));
            case Answer.Failed failed
            when failed.code().equals("AWSOrganizationsNotInUseException") ->
                Refusal.unreadable("account %s is in no organization: leave --org out".formatted(caller.account()));
            case Answer.Failed failed
            when failed.code().equals("ParentNotFoundException")
                    || failed.code().equals("InvalidInputException") ->
                Refusal.usage("--ou: there is no organizational unit or root '%s' in this organization"
                        .formatted(input.get("ParentId")));
            case Answer.Failure other ->
                Refusal.unreadable(
                        "the organization cannot be read: %s answered '%s'; list the accounts with --accounts instead"
                                .formatted(operation, other.message()));
        };
    }
}
