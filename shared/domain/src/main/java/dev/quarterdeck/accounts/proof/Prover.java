package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Capabilities;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.Trial;
import dev.quarterdeck.accounts.roles.RoleNames;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tries an account's connection step by step and says what it is worth. */
public final class Prover {
    private final AccountAccess access;

    @Inject
    public Prover(AccountAccess access) {
        this.access = access;
    }

    /** {@code anothers} is the external id of another account, which must not open this one; each step is told as it ends. */
    public Proof prove(Account account, Optional<ExternalId> anothers, Instant now, Consumer<Step> told) {
        var trail = new Trail(told);
        Proof.Found found = switch (account.connection()) {
            case Connection.ByRole role -> byRole(account, role, anothers, trail);
            case Connection.ByProfile(var name) ->
                byCredentials(account, new Way.Profile(name), "profile '%s'".formatted(name), trail);
            case Connection.ByKeys key ->
                byCredentials(
                        account, new Way.Keys(account.id(), key), "access key %s".formatted(key.accessKeyId()), trail);
        };
        var verdict = new Judgement(account, access, trail.steps()).verdict(found.trust());
        return new Proof(account.id(), now, trail.steps(), verdict, allowed(found, verdict));
    }

    private Proof.Found byRole(
            Account account, Connection.ByRole connection, Optional<ExternalId> anothers, Trail trail) {
        var roles = new RoleProof(access, account, connection, trail);
        Optional<Inside> entered = roles.enter(connection.read(), Optional.empty());
        if (entered.isEmpty()) {
            return Proof.Found.NOTHING;
        }
        Inside inside = entered.get();
        if (!identity(account, inside, trail)) {
            return Proof.Found.NOTHING;
        }
        roles.probe(connection.read(), Optional.empty(), anothers);
        Optional<Inside.Role> role = roles.inspect(inside);
        roles.act(inside, anothers);
        roles.revoker(anothers);
        Proof.Found found = look(inside, trail);
        Capabilities able = found.capabilities();
        return new Proof.Found(
                found.regions(),
                new Capabilities(
                        able.missing(),
                        new TreeSet<>(connection.act().keySet()),
                        role.map(it -> it.tags().get(RoleNames.VERSION_TAG))),
                role.map(it -> it.trust().document()));
    }

    private Proof.Found byCredentials(Account account, Way way, String what, Trail trail) {
        return switch (access.enter(way)) {
            case Asked.Not<Inside>(var trouble) -> {
                trail.failed(Step.Name.ENTER, Optional.empty(), Cause.ofBadCredentials(what, trouble));
                yield Proof.Found.NOTHING;
            }
            case Asked.Got<Inside>(var inside) -> {
                trail.passed(Step.Name.ENTER, Optional.empty(), "The hub can sign in with %s.".formatted(what));
                yield identity(account, inside, trail) ? look(inside, trail) : Proof.Found.NOTHING;
            }
        };
    }

    private static boolean identity(Account account, Inside inside, Trail trail) {
        switch (inside.identity()) {
            case Asked.Got<Inside.Identity>(var identity)
            when identity.account().equals(account.id().value()) -> {
                trail.passed(Step.Name.IDENTITY, Optional.empty(), "AWS says it is %s.".formatted(identity.arn()));
                return true;
            }
            case Asked.Got<Inside.Identity>(var identity) ->
                trail.failed(
                        Step.Name.IDENTITY,
                        Optional.empty(),
                        Trail.fault(
                                "This is account %s and not %s.".formatted(identity.account(), account.id()),
                                "the credentials lead into another account",
                                Optional.empty()));
            case Asked.Not<Inside.Identity>(var trouble) ->
                trail.failed(
                        Step.Name.IDENTITY,
                        Optional.empty(),
                        Cause.ofUnread("AWS does not say whose session it is.", "sts:GetCallerIdentity", trouble));
        }
        return false;
    }

    /** What can be read there: service by service, the regions, and whether anything was seen at all. */
    private static Proof.Found look(Inside inside, Trail trail) {
        var missing = new TreeMap<String, SortedSet<String>>();
        Optional<String> seen = Optional.empty();
        for (Inside.Right right : inside.rights()) {
            Rights.tell(right, trail);
            if (right.answer() instanceof Inside.Answer.Missing lacking) {
                missing.put(right.service(), lacking.actions());
            }
            seen = seen.or(right::seen);
        }
        SortedSet<String> regions = Rights.regions(inside, trail);
        seen.ifPresentOrElse(
                what -> trail.passed(Step.Name.FIRST_RESOURCE, Optional.empty(), "Seen: %s.".formatted(what)),
                () -> trail.notTried(Step.Name.FIRST_RESOURCE, Optional.empty(), "Nothing was listed that exists."));
        var able = new Capabilities(missing, new TreeSet<>(), Optional.empty());
        return new Proof.Found(regions, able, Optional.empty());
    }

    /** Only a proven account is acted in. */
    private static Proof.Found allowed(Proof.Found found, Trial.Verdict verdict) {
        Capabilities able = found.capabilities();
        return verdict instanceof Trial.Verdict.Proven
                ? found
                : new Proof.Found(
                        found.regions(),
                        new Capabilities(able.missing(), new TreeSet<>(), able.policyVersion()),
                        found.trust());
    }
}
