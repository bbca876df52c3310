package dev.quarterdeck.testkit.journey;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.organization.OrganizationView;
import dev.quarterdeck.accounts.organization.Picture;
import dev.quarterdeck.accounts.organization.StackInstance;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.roles.ReadRights;
import dev.quarterdeck.accounts.roles.Rights;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.accounts.rotation.SessionEnding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An AWS in which every door is shut and no key can be touched. */
public final class ShutAws implements AccountAccess, KeyAdmin, SessionEnding, ReadRights, OrganizationView {
    private static final Trouble SHUT = new Trouble(Trouble.Kind.DENIED, "AccessDenied", "not authorized");

    @Override
    public Assumer assumer() {
        return Assumer.of(
                Assumer.Kind.BROKER, "arn:aws:iam::" + Cloud.HUB + ":role/quarterdeck-broker", Optional.empty());
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Optional<Trouble> end(ByRole roles, Instant before) {
        return Optional.of(SHUT);
    }

    @Override
    public Optional<Trouble> endNoMore(ByRole roles) {
        return Optional.of(SHUT);
    }

    @Override
    public Asked<Picture> picture() {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Asked<Boolean> trustsStackSets() {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Asked<List<StackInstance>> stacks(String stackSet) {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Rights of(Flavour flavour, Partition partition) {
        return new Rights(List.of("arn:aws:iam::aws:policy/SecurityAudit"), new TreeMap<>(), flavour.word());
    }

    @Override
    public Asked<Set<String>> list(AccountId account, ByKeys with) {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Asked<Made> make(AccountId account, ByKeys with) {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Asked<Done> disable(AccountId account, ByKeys with, String accessKeyId) {
        return new Asked.Not<>(SHUT);
    }

    @Override
    public Asked<Done> delete(AccountId account, ByKeys with, String accessKeyId) {
        return new Asked.Not<>(SHUT);
    }
}
