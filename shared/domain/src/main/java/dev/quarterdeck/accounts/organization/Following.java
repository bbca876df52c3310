package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.organization.Followed.Stage;
import dev.quarterdeck.accounts.organization.Followed.State;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.accounts.setup.StackSet;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Use case: see how far each account of the organization has come, and try those whose roles are there by now. */
public final class Following {
    private final Organizations organizations;
    private final OrganizationView view;
    private final Accounts accounts;
    private final Onboarding onboarding;
    private final Proofs proofs;
    private final Clock clock;

    /** How an account is tried, what is kept of it, and when that is. */
    public record Trying(Onboarding onboarding, Proofs proofs, Clock clock) {
        @Inject
        public Trying {}
    }

    @Inject
    public Following(Organizations organizations, OrganizationView view, Accounts accounts, Trying trying) {
        this.organizations = organizations;
        this.view = view;
        this.accounts = accounts;
        this.onboarding = trying.onboarding();
        this.proofs = trying.proofs();
        this.clock = trying.clock();
    }

    /**
     * All accounts, what holds some of them up, and how many could be tried and were not, since there are so many:
     * asked again with the same {@code since} it goes on with them.
     */
    public record Progress(List<Followed> accounts, Causes causes, int untried, Instant since) {
        public Progress {
            accounts = List.copyOf(accounts);
        }
    }

    /** Tries {@code most} accounts at most that were not tried since, so that an answer comes in time. */
    public Progress follow(int most, Optional<Instant> since, Attribution by) {
        Instant begun = since.orElseGet(clock::instant);
        var followed = new ArrayList<Followed>();
        var untried = new ArrayList<Candidate>();
        sort(followed, untried, begun);
        untried.sort(Comparator.comparing(Candidate::at)); // who fails again and again keeps nobody else from it
        int now = Math.min(most, untried.size());
        for (Candidate candidate : untried.subList(0, now)) {
            followed.add(told(candidate.account(), tried(candidate.account(), by)));
        }
        for (Candidate candidate : untried.subList(now, untried.size())) {
            followed.add(at(candidate.account(), Stage.ASSUME, State.WAITS, "not tried yet"));
        }
        return new Progress(followed, Causes.of(followed), untried.size() - now, begun);
    }

    private void sort(List<Followed> followed, List<Candidate> untried, Instant begun) {
        Joined organization = organizations.connected();
        Map<AccountId, StackInstance> stacks = stacks();
        accounts.every(new AccountFilter.Under(organization.id() + "/")).forEach(account -> {
            var candidate = new Candidate(account, proofs.newest(account.id()));
            still(candidate, Optional.ofNullable(stacks.get(account.id())), organization)
                    .or(() -> candidate.told(begun))
                    .ifPresentOrElse(followed::add, () -> untried.add(candidate));
        });
    }

    /** An account, and what came of trying it the last time. */
    private record Candidate(Account account, Optional<Json.Obj> proof) {
        Instant at() {
            return proof.map(last -> Fields.of(last).instant("at")).orElse(Instant.MIN);
        }

        /** What came of it, if it was tried since. */
        Optional<Followed> told(Instant since) {
            return at().isBefore(since) ? Optional.empty() : proof.map(last -> Following.told(account, last));
        }
    }

    private Map<AccountId, StackInstance> stacks() {
        return switch (view.stacks(StackSet.NAME)) {
            case Asked.Got<List<StackInstance>>(var all) ->
                all.stream().collect(Collectors.toMap(StackInstance::account, Function.identity(), (one, _) -> one));
            case Asked.Not<List<StackInstance>>(var trouble)
            when trouble.what().equals("StackSetNotFoundException") -> Map.of();
            case Asked.Not<List<StackInstance>>(var trouble) ->
                throw new FailureException(new Failure.Unavailable("the StackSet '%s' cannot be read: AWS answered %s"
                        .formatted(StackSet.NAME, trouble.message())));
        };
    }

    /** Where the account stands if there is nothing to try. The management account gets its roles by a link of its own. */
    private static Optional<Followed> still(Candidate candidate, Optional<StackInstance> stack, Joined organization) {
        Account account = candidate.account();
        Status status = account.standing().status();
        if (status == Status.ACTIVE) {
            return Optional.of(told(account, candidate.proof().orElse(Json.Obj.EMPTY)));
        }
        if (status != Status.PENDING) {
            return Optional.of(at(account, Stage.ASSUME, State.WAITS, "the account is " + status.word()));
        }
        if (account.id().equals(organization.management())) {
            return Optional.empty();
        }
        return switch (stack.map(StackInstance::state).orElse(StackInstance.State.RUNNING)) {
            case RUNNING ->
                Optional.of(at(
                        account,
                        Stage.STACK,
                        State.WAITS,
                        stack.isPresent() ? "its stack is being made" : "no stack yet"));
            case FAILED ->
                Optional.of(at(
                        account,
                        Stage.STACK,
                        State.FAILED,
                        stack.map(StackInstance::reason).orElse("")));
            case DONE -> Optional.empty();
        };
    }

    private Json.Obj tried(Account account, Attribution by) {
        onboarding.prove(account.id(), by, _ -> {});
        return proofs.newest(account.id()).orElse(Json.Obj.EMPTY);
    }

    private static Followed told(Account account, Json.Obj proof) {
        Fields fields = Fields.of(proof);
        Optional<Fields> refused = fields.maybeObject("refused");
        if (refused.isPresent()) {
            Stage stage = refused.get().text("step").equals("enter") ? Stage.ASSUME : Stage.PROOF;
            return at(account, stage, State.FAILED, refused.get().text("why"));
        }
        boolean seen = fields.objects("steps").stream()
                .anyMatch(step -> step.text("step").equals("first-resource")
                        && step.text("outcome").equals("passed"));
        return seen
                ? new Followed(
                        account.id(), account.description().name(), Stage.FIRST_RESOURCE, State.DONE, Optional.empty())
                : at(account, Stage.FIRST_RESOURCE, State.WAITS, "nothing was seen that exists");
    }

    private static Followed at(Account account, Stage stage, State state, String why) {
        return new Followed(account.id(), account.description().name(), stage, state, Optional.of(why));
    }
}
