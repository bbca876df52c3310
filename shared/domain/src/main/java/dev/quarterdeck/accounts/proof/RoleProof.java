package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The steps that try an account's roles, from outside and from inside. */
final class RoleProof {
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    /** An external id that no role asks for, of the form of those that roles ask for. */
    private static final String WRONG = "wrongwrongwrongwrongwrongwrong22";

    private final AccountAccess access;
    private final Account account;
    private final Connection.ByRole connection;
    private final Trail trail;
    private final RoleTrust wanted;

    RoleProof(AccountAccess access, Account account, Connection.ByRole connection, Trail trail) {
        this.access = access;
        this.account = account;
        this.connection = connection;
        this.trail = trail;
        Optional<String> shared = account.placement()
                .organization()
                .map(Membership::orgId)
                .filter(org -> access.assumer().orgId().filter(org::equals).isPresent());
        this.wanted = RoleTrust.of(access.assumer(), connection.externalIds(), shared);
    }

    /** The session that the account's own external id opens. */
    Optional<Inside> enter(RoleArn role, Optional<String> subject) {
        String id = connection.externalIds().current().value();
        return switch (access.enter(new Way.Role(role, Optional.of(id), SHORTEST))) {
            case Asked.Got<Inside>(var inside) -> {
                trail.passed(Step.Name.ENTER, subject, "The hub can assume %s.".formatted(role));
                yield Optional.of(inside);
            }
            case Asked.Not<Inside>(var trouble) -> {
                trail.failed(Step.Name.ENTER, subject, Cause.ofShut(role, trouble, access.assumer(), wanted));
                yield Optional.empty();
            }
        };
    }

    /**
     * Tries what must be refused. Only a role that can be assumed at all is tried: of any other a refusal proves
     * nothing, and each is an alarm in somebody's log.
     */
    void probe(RoleArn role, Optional<String> subject, Optional<ExternalId> anothers) {
        refused(Step.Name.WITHOUT_EXTERNAL_ID, role, subject, Optional.empty());
        refused(Step.Name.WRONG_EXTERNAL_ID, role, subject, Optional.of(WRONG));
        if (anothers.isPresent()) {
            refused(Step.Name.ANOTHERS_EXTERNAL_ID, role, subject, anothers.map(ExternalId::value));
        } else {
            trail.notTried(
                    Step.Name.ANOTHERS_EXTERNAL_ID, subject, "The hub knows no other account's external id yet.");
        }
    }

    private void refused(Step.Name step, RoleArn role, Optional<String> subject, Optional<String> id) {
        switch (access.enter(new Way.Role(role, id, SHORTEST))) {
            case Asked.Got<Inside> _ ->
                trail.failed(
                        step,
                        subject,
                        Trail.fault(
                                "%s lets in whoever %s."
                                        .formatted(
                                                role, id.isEmpty() ? "gives no external id" : "gives any external id"),
                                "its trust policy does not ask for sts:ExternalId",
                                Optional.of(wanted.document())));
            case Asked.Not<Inside>(var trouble)
            when trouble.kind() == Trouble.Kind.DENIED -> trail.passed(step, subject, "AWS refused, as it must.");
            case Asked.Not<Inside>(var trouble) ->
                trail.notTried(step, subject, "AWS did not judge the call: %s.".formatted(trouble.message()));
        }
    }

    /** Reads the trust policy, and what else IAM says of the role. */
    Optional<Inside.Role> inspect(Inside inside) {
        RoleArn role = connection.read();
        return switch (inside.role(role)) {
            case Asked.Got<Inside.Role>(var found) -> {
                judge(found);
                duration(found);
                yield Optional.of(found);
            }
            case Asked.Not<Inside.Role>(var trouble) -> {
                trail.failed(
                        Step.Name.TRUST,
                        Optional.empty(),
                        Cause.ofUnread("The role cannot read its own trust policy.", "iam:GetRole", trouble));
                trail.notTried(Step.Name.DURATION, Optional.empty(), "The role's settings could not be read.");
                yield Optional.empty();
            }
        };
    }

    private void judge(Inside.Role role) {
        RoleTrust.Reading reading = role.trust().read(access.assumer());
        if (reading.exact()) {
            trail.passed(
                    Step.Name.TRUST,
                    Optional.empty(),
                    "The role trusts %s and nobody else."
                            .formatted(access.assumer().principal()));
        } else {
            trail.failed(
                    Step.Name.TRUST,
                    Optional.empty(),
                    Trail.fault(wider(reading), "the trust policy is not the hub's", Optional.of(wanted.document())));
        }
    }

    private String wider(RoleTrust.Reading reading) {
        if (reading.everyone()) {
            return "Anybody in any AWS account may try to assume %s.".formatted(connection.read());
        }
        if (!reading.others().isEmpty()) {
            return "The role also trusts %s.".formatted(String.join(", ", reading.others()));
        }
        return "The role trusts the whole account %s instead of %s."
                .formatted(access.assumer().account(), access.assumer().principal());
    }

    private void duration(Inside.Role role) {
        Duration wish = connection.session();
        Duration longest = access.assumer().chains() && wish.compareTo(LONGEST_CHAINED) > 0 ? LONGEST_CHAINED : wish;
        if (role.longestSession().compareTo(longest) >= 0) {
            trail.passed(
                    Step.Name.DURATION,
                    Optional.empty(),
                    longest.equals(wish)
                            ? "Sessions last %d seconds.".formatted(wish.toSeconds())
                            : "Sessions last an hour, the most that AWS gives to a role assumed from a role.");
        } else {
            trail.failed(
                    Step.Name.DURATION,
                    Optional.empty(),
                    Trail.fault(
                            "Sessions of %d seconds are wanted, and the role gives %d at most."
                                    .formatted(
                                            longest.toSeconds(),
                                            role.longestSession().toSeconds()),
                            "the role's maximum session duration is too short; raise it or lower the account's setting",
                            Optional.empty()));
        }
    }

    /** Tries every act role; each must be bounded. */
    void act(Inside inside, Optional<ExternalId> anothers) {
        connection.act().forEach((family, role) -> {
            Optional<String> subject = subject(family);
            if (enter(role, subject).isPresent()) {
                probe(role, subject, anothers);
            }
            bounded(role, subject, inside.role(role));
        });
    }

    /** Tries the revoker: in an emergency is no time to find out. */
    void revoker(Optional<ExternalId> anothers) {
        connection.revoker().ifPresent(role -> {
            Optional<String> subject = Optional.of("revoker");
            if (enter(role, subject).isPresent()) {
                probe(role, subject, anothers);
            }
        });
    }

    static Optional<String> subject(ActFamily family) {
        return Optional.of("act:" + family.word());
    }

    private void bounded(RoleArn role, Optional<String> subject, Asked<Inside.Role> asked) {
        String boundary = RoleNames.boundary(role.partition(), account.id());
        switch (asked) {
            case Asked.Got<Inside.Role>(var found)
            when Objects.equals(found.boundary().orElse(""), boundary) ->
                trail.passed(Step.Name.BOUNDARY, subject, "%s is bounded by %s.".formatted(role, boundary));
            case Asked.Got<Inside.Role>(var found) ->
                trail.failed(
                        Step.Name.BOUNDARY,
                        subject,
                        Trail.fault(
                                "%s has %s."
                                        .formatted(
                                                role,
                                                found.boundary()
                                                        .map("another permissions boundary, "::concat)
                                                        .orElse("no permissions boundary")),
                                "without the boundary the role could change its own rights",
                                Optional.of(Json.of(boundary))));
            case Asked.Not<Inside.Role>(var trouble) ->
                trail.failed(
                        Step.Name.BOUNDARY,
                        subject,
                        Cause.ofUnread("The boundary of %s cannot be read.".formatted(role), "iam:GetRole", trouble));
        }
    }
}
