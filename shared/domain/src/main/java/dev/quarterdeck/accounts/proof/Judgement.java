package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.Trial.Debt;
import dev.quarterdeck.accounts.Trial.Verdict;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of a proof come to. A role that others can enter is refused. One that does not ask for an external id
 * may be read nevertheless if the hub alone is named and the organization is its own. All else that is missing is a debt.
 */
final class Judgement {
    private static final Set<Step.Name> DOORS = Set.of(Step.Name.ENTER, Step.Name.IDENTITY);
    private static final Set<Step.Name> PROBES =
            Set.of(Step.Name.WITHOUT_EXTERNAL_ID, Step.Name.WRONG_EXTERNAL_ID, Step.Name.ANOTHERS_EXTERNAL_ID);

    private final Account account;
    /** Asked whom roles trust only where there is a role: a profile opens its account without credentials of the hub's own. */
    private final AccountAccess access;

    private final List<Step> steps;

    Judgement(Account account, AccountAccess access, List<Step> steps) {
        this.account = account;
        this.access = access;
        this.steps = steps;
    }

    Verdict verdict(Optional<Json.Obj> trust) {
        Optional<RoleTrust.Reading> reading = trust.map(RoleTrust::new).map(it -> it.read(access.assumer()));
        Optional<Step> refusing = steps.stream()
                .filter(step -> step.failed() && refuses(step, reading))
                .findFirst();
        if (refusing.isPresent()) {
            return new Verdict.Refused(refusing.get().name().word(), sentence(refusing.get()));
        }
        List<Debt> debts = debts();
        return debts.isEmpty() ? new Verdict.Proven() : new Verdict.AcceptedWithDebt(debts);
    }

    private boolean refuses(Step step, Optional<RoleTrust.Reading> reading) {
        if (step.subject().isPresent()) {
            return false;
        }
        if (PROBES.contains(step.name())) {
            return !(isOfOwnOrganization()
                    && reading.filter(RoleTrust.Reading::exact).isPresent()
                    && !acts());
        }
        boolean wide = reading.filter(it -> !isTolerable(it)).isPresent();
        return DOORS.contains(step.name()) || (step.name() == Step.Name.TRUST && wide);
    }

    /** On a laptop a role usually trusts its user's whole account. */
    private boolean isTolerable(RoleTrust.Reading reading) {
        return reading.others().isEmpty() && !access.assumer().isBroker();
    }

    private boolean isOfOwnOrganization() {
        return account.placement()
                .organization()
                .map(Membership::orgId)
                .filter(org -> access.assumer().orgId().filter(org::equals).isPresent())
                .isPresent();
    }

    private boolean acts() {
        return account.connection() instanceof Connection.ByRole role
                && !role.act().isEmpty();
    }

    private List<Debt> debts() {
        var debts = new ArrayList<Debt>();
        switch (account.connection()) {
            case Connection.ByKeys _ ->
                debts.add(new Debt("static-keys", "Access keys last until somebody ends them; connect by a role."));
            case Connection.ByProfile _ ->
                debts.add(new Debt("profile", "A profile is its user's, not the hub's; connect by a role."));
            case Connection.ByRole _
            when !access.assumer().isBroker() ->
                debts.add(new Debt("no-broker", "The role trusts a person's credentials and not a broker of the hub."));
            case Connection.ByRole _ -> {}
        }
        steps.stream().filter(Step::failed).map(Judgement::debt).forEach(debts::add);
        return debts;
    }

    private static Debt debt(Step step) {
        String code = step.name().word() + step.subject().map(":"::concat).orElse("");
        return new Debt(code, sentence(step));
    }

    private static String sentence(Step step) {
        return step.outcome() instanceof Step.Outcome.Failed failed
                ? "%s Cause: %s.".formatted(failed.sentence(), failed.cause())
                : "";
    }
}
