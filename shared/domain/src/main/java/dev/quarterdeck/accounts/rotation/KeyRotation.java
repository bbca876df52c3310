package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Use case: give an account a new access key. Each step can be repeated, and each is written down before the next, so
 * that whoever comes after a crash goes on where it ended.
 */
public final class KeyRotation {
    private static final int MOST_KEYS = 2;

    private final Register register;
    private final Stages stages;
    private final Keys keys;

    @Inject
    public KeyRotation(Register register, Stages stages, Keys keys) {
        this.register = register;
        this.stages = stages;
        this.keys = keys;
    }

    /** Where keys are made, kept and tried. */
    public record Keys(KeyAdmin admin, Vault vault, AccountAccess access) {
        @Inject
        public Keys {}
    }

    /** Begins, or goes on with what was begun. */
    public Rotated rotate(AccountId id, Attribution by) {
        Account account = register.find(id);
        return switch (stages.of(id)) {
            case Optional<Stage> stage when stage.isPresent() -> goOn(account, stage.get(), by);
            case Optional<Stage> _ -> begin(account, by);
        };
    }

    boolean isBegun(AccountId id) {
        return stages.of(id).isPresent();
    }

    private Rotated begin(Account account, Attribution by) {
        ByKeys old = key(account);
        return switch (keys.admin().list(account.id(), old)) {
            case Asked.Got<Set<String>>(var before)
            when before.size() >= MOST_KEYS ->
                new Rotated.Waiting(
                        "one of the two keys that the user of key %s has to be deleted: the one that nobody uses"
                                .formatted(old.accessKeyId()));
            case Asked.Got<Set<String>>(var before) -> {
                var stage = new Stage.Intended(old.accessKeyId(), before);
                stages.put(account.id(), stage);
                yield make(account, stage, by);
            }
            case Asked.Not<Set<String>>(var trouble) -> waiting("the user's keys to be listed", trouble);
        };
    }

    private Rotated goOn(Account account, Stage stage, Attribution by) {
        return switch (stage) {
            case Stage.Intended intended -> make(account, intended, by);
            case Stage.Made made -> prove(account, made, by);
            case Stage.Switched switched -> retire(account, switched);
        };
    }

    /** A key that was made in a crash is used if its secret was kept, and deleted otherwise. */
    private Rotated make(Account account, Stage.Intended stage, Attribution by) {
        ByKeys old = new ByKeys(stage.old());
        return switch (keys.admin().list(account.id(), old)) {
            case Asked.Not<Set<String>>(var trouble) -> waiting("the user's keys to be listed", trouble);
            case Asked.Got<Set<String>>(var there) -> {
                Optional<String> kept = Optional.empty();
                for (String orphan : there) {
                    if (stage.before().contains(orphan)) {
                        continue;
                    }
                    if (keys.vault()
                            .read(KeySecrets.name(account.id(), new ByKeys(orphan)))
                            .isPresent()) {
                        kept = Optional.of(orphan);
                    } else if (keys.admin().delete(account.id(), old, orphan)
                            instanceof Asked.Not<KeyAdmin.Done>(var why)) {
                        yield waiting("a key that was left over to be deleted", why);
                    }
                }
                yield kept.map(fresh -> made(account, stage, fresh, by)).orElseGet(() -> makeNew(account, stage, by));
            }
        };
    }

    private Rotated makeNew(Account account, Stage.Intended stage, Attribution by) {
        return switch (keys.admin().make(account.id(), new ByKeys(stage.old()))) {
            case Asked.Got<KeyAdmin.Made>(var made) -> {
                keys.vault().put(KeySecrets.name(account.id(), made.key()), made.secret());
                yield made(account, stage, made.key().accessKeyId(), by);
            }
            case Asked.Not<KeyAdmin.Made>(var trouble) -> waiting("a new key to be made", trouble);
        };
    }

    private Rotated made(Account account, Stage.Intended stage, String fresh, Attribution by) {
        var next = new Stage.Made(stage.old(), fresh);
        stages.put(account.id(), next);
        return prove(account, next, by);
    }

    /** AWS may need some seconds to know a new key everywhere. */
    private Rotated prove(Account account, Stage.Made stage, Attribution by) {
        var fresh = new ByKeys(stage.fresh());
        return switch (keys.access().enter(new Way.Keys(account.id(), fresh))) {
            case Asked.Not<Inside>(var trouble) -> waiting("the new key to work", trouble);
            case Asked.Got<Inside>(var inside) ->
                switch (inside.identity()) {
                    case Asked.Got<Inside.Identity>(var identity)
                    when identity.account().equals(account.id().value()) -> use(account, stage, by);
                    case Asked.Got<Inside.Identity>(var identity) ->
                        throw new FailureException(new Failure.Conflict(
                                "the new key leads into account %s".formatted(identity.account())));
                    case Asked.Not<Inside.Identity>(var trouble) -> waiting("the new key to work", trouble);
                };
        };
    }

    private Rotated use(Account account, Stage.Made stage, Attribution by) {
        var next = new Stage.Switched(stage.old(), stage.fresh());
        var deed = new Register.Deed("credential:rotate", by, now -> List.<Write>of(stages.write(now.id(), next)));
        register.change(account.id(), OptionalLong.empty(), deed, now -> now.with(new ByKeys(stage.fresh())));
        return retire(account, next);
    }

    private Rotated retire(Account account, Stage.Switched stage) {
        var with = new ByKeys(stage.fresh());
        if (keys.admin().disable(account.id(), with, stage.old()) instanceof Asked.Not<KeyAdmin.Done>(var why)) {
            return waiting("the old key to be disabled", why);
        }
        if (keys.admin().delete(account.id(), with, stage.old()) instanceof Asked.Not<KeyAdmin.Done>(var why)) {
            return waiting("the old key to be deleted", why);
        }
        keys.vault().delete(KeySecrets.name(account.id(), new ByKeys(stage.old())));
        stages.end(account.id());
        return new Rotated.Done(stage.fresh());
    }

    private static ByKeys key(Account account) {
        if (account.connection() instanceof ByKeys key) {
            return key;
        }
        throw new FailureException(
                new Failure.Conflict("account %s is not connected by an access key".formatted(account.id())));
    }

    private static Rotated waiting(String what, Trouble trouble) {
        return new Rotated.Waiting("%s; AWS answered: %s".formatted(what, trouble.message()));
    }
}
