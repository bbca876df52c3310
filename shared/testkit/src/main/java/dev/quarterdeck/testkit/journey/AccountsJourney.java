package dev.quarterdeck.testkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;

/**
 * An account's way through a hub: connected, refused for a named reason, mended, proven, rotated, revoked and let in
 * again, deleted and kept after all. Whoever walks it says what a good proof comes to where the hub runs.
 */
public final class AccountsJourney {
    private final AtHub hub;
    private final Cloud cloud;
    private final AccountId account;
    private final String good;

    public AccountsJourney(AtHub hub, Cloud cloud, AccountId account, String good) {
        this.hub = hub;
        this.cloud = cloud;
        this.account = account;
        this.good = good;
    }

    /** All of it, in the order in which it happens. */
    public void walk() {
        connect();
        String trust = seeTheProofFail();
        cloud.asOwner(account, owner -> owner.readRole(trust));
        seeItPass();
        describe();
        rotate();
        revoke();
        delete();
    }

    private void connect() {
        Fields connected = Fields.of(hub.connect(name(), role()));
        assertThat(connected.text("account_id")).isEqualTo(account.value());
        assertThat(connected.text("status")).isEqualTo("pending");
        assertThat(connected.text("proof")).isEqualTo("untried");
    }

    /** The reason is named, and what mends it is the policy that the owner then uses. */
    private String seeTheProofFail() {
        Fields proof = Fields.of(hub.validate(account));
        assertThat(proof.text("result")).isEqualTo("refused");
        Fields failed = proof.objects("steps").stream()
                .filter(step -> step.text("outcome").equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.text("step")).as(proof.json().text()).isEqualTo("enter");
        assertThat(failed.text("sentence")).isEqualTo("The hub cannot assume %s.".formatted(role()));
        assertThat(failed.text("cause")).contains("there is no such role, or its trust policy does not let in");
        assertThat(shown().text("health")).isEqualTo("broken");
        Json.Obj mends = failed.object("add").json();
        assertThat(mends).isEqualTo(hub.trust(account));
        return mends.text();
    }

    private void seeItPass() {
        Fields proof = Fields.of(hub.validate(account));
        assertThat(proof.text("result")).as(proof.json().text()).isEqualTo(good);
        assertThat(proof.texts("regions_enabled")).contains(Cloud.REGION);
        assertThat(shown().text("status")).isEqualTo("active");
        assertThat(shown().text("health")).isEqualTo("good");
    }

    private void describe() {
        long before = shown().whole("version");
        Fields updated = Fields.of(hub.update(account, "payments"));
        assertThat(updated.text("owner")).isEqualTo("payments");
        assertThat(updated.whole("version")).isEqualTo(before + 1);
        assertThat(updated.text("status"))
                .as("words do not change the connection")
                .isEqualTo("active");
    }

    /** The old external id works until the owner lets the role accept the new one too. */
    private void rotate() {
        String old = shown().object("connection").text("external_id");
        assertThat(Fields.of(hub.rotate(account)).text("state")).isEqualTo("waiting");
        String next = shown().object("connection").text("next_external_id");
        assertThat(hub.trust(account).text()).contains(old, next);
        assertThat(Fields.of(hub.rotate(account)).text("state"))
                .as("nothing changed in AWS")
                .isEqualTo("waiting");
        trusting(hub.trust(account));
        Fields rotated = Fields.of(hub.rotate(account));
        assertThat(rotated.text("state")).isEqualTo("done");
        assertThat(rotated.text("in_use")).isEqualTo(next);
        trusting(hub.trust(account));
        assertThat(hub.trust(account).text()).contains(next).doesNotContain(old);
        seeItPass();
    }

    private void revoke() {
        Fields revoked = Fields.of(hub.revoke(account));
        assertThat(revoked.object("deny_older_sessions").json().text()).contains("aws:TokenIssueTime");
        assertThat(shown().text("status")).isEqualTo("paused");
        assertThatThrownBy(() -> hub.validate(account))
                .isInstanceOf(AtHub.Refused.class)
                .hasMessageContaining("account %s is paused: no session is made into it".formatted(account));
        assertThat(Fields.of(hub.restore(account)).text("status")).isEqualTo("pending");
        seeItPass();
    }

    private void delete() {
        Fields impact = Fields.of(hub.impact(account));
        assertThat(impact.object("goes").whole("proofs")).isEqualTo(4);
        assertThat(impact.texts("stays_in_aws"))
                .containsExactly("role %s, or the stack that made it".formatted(role()));
        assertThatThrownBy(() -> hub.delete(account, "another"))
                .isInstanceOf(AtHub.Refused.class)
                .hasMessageContaining("must be the name of the account to be deleted");
        Fields deleting = Fields.of(hub.delete(account, name()));
        assertThat(deleting.text("status")).isEqualTo("deleting");
        assertThat(deleting.has("delete_at")).isTrue();
        assertThatThrownBy(() -> hub.validate(account))
                .isInstanceOf(AtHub.Refused.class)
                .hasMessageContaining("is deleting");
        assertThat(Fields.of(hub.undelete(account)).text("status")).isEqualTo("active");
        seeItPass();
    }

    private void trusting(Json.Obj trust) {
        cloud.asOwner(account, owner -> owner.trust(RoleNames.READ, trust.text()));
    }

    private Fields shown() {
        return Fields.of(hub.show(account));
    }

    private String name() {
        return "journey " + account;
    }

    private String role() {
        return RoleNames.read(Partition.AWS, account).toString();
    }
}
