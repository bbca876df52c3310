package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.Health;
import dev.quarterdeck.accounts.Health.Reason;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Use case: prove an account's connection, and believe what the proof says. */
public final class Onboarding {
    private final Register register;
    private final Accounts accounts;
    private final Prover prover;
    private final Clock clock;

    @Inject
    public Onboarding(Register register, Accounts accounts, Prover prover, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.prover = prover;
        this.clock = clock;
    }

    /** Tries the connection now; each step is told as it ends, and the outcome is kept with the account. */
    public Proof prove(AccountId id, Attribution by, Consumer<Step> told) {
        Account account = register.open(id);
        Proof proof = prover.prove(account, anothers(account), clock.instant(), told);
        var deed = new Register.Deed("account:validate", by, _ -> List.of(Proofs.put(proof)));
        register.change(id, OptionalLong.empty(), deed, now -> believe(now, account, proof));
        return proof;
    }

    /** An external id that is another account's: the first that the list gives will do. */
    private Optional<ExternalId> anothers(Account account) {
        return accounts.every(new AccountFilter.All())
                .filter(other -> !other.id().equals(account.id()))
                .flatMap(other -> other.connection() instanceof Connection.ByRole role
                        ? Optional.of(role.externalIds().current()).stream()
                        : Optional.<ExternalId>empty().stream())
                .findFirst();
    }

    /** A proof of a connection that was changed meanwhile proves nothing about the new one. */
    private static Account believe(Account now, Account tried, Proof proof) {
        if (!now.connection().equals(tried.connection())) {
            throw new FailureException(
                    new Failure.Conflict("the connection was changed while it was tried: try it again"));
        }
        var regions = proof.found().regions().isEmpty()
                ? now.placement().regions()
                : proof.found().regions();
        var standing = new Standing(
                status(now.standing().status(), proof),
                new Trial(proof.verdict(), Optional.of(proof.at())),
                now.standing().health().then(health(proof)),
                proof.found().capabilities());
        return now.with(standing)
                .with(new Placement(
                        now.placement().partition(), now.placement().organization(), new TreeSet<>(regions)));
    }

    private static Status status(Status before, Proof proof) {
        return switch (before) {
            case PENDING, ACTIVE, LEFT ->
                switch (proof.verdict()) {
                    case Trial.Verdict.Proven _, Trial.Verdict.AcceptedWithDebt _ -> Status.ACTIVE;
                    case Trial.Verdict.Refused _, Trial.Verdict.Untried _ -> before;
                };
            case PAUSED, DELETING -> before;
        };
    }

    /** Refused is broken; what is missing though the hub gets in is degraded; debts that are no faults are good. */
    private static Health health(Proof proof) {
        List<Reason> reasons = proof.steps().stream()
                .filter(Step::failed)
                .map(Onboarding::reason)
                .toList();
        Health.State state = switch (proof.verdict()) {
            case Trial.Verdict.Refused _, Trial.Verdict.Untried _ -> Health.State.BROKEN;
            case Trial.Verdict.Proven _, Trial.Verdict.AcceptedWithDebt _ ->
                reasons.isEmpty() ? Health.State.GOOD : Health.State.DEGRADED;
        };
        return new Health(state, reasons, proof.at());
    }

    private static Reason reason(Step step) {
        String code = step.name().word() + step.subject().map(":"::concat).orElse("");
        String sentence = step.outcome() instanceof Step.Outcome.Failed failed ? failed.sentence() : "";
        return new Reason(code, sentence);
    }
}
