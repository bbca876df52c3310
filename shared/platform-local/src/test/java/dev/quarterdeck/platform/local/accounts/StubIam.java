package dev.quarterdeck.platform.local.accounts;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One user's access keys, as IAM keeps them. */
final class StubIam implements KeyAdmin, AccountAccess {
    private static final Trouble NO_KEY =
            new Trouble(Trouble.Kind.NO_CREDENTIALS, "InvalidClientTokenId", "no such key");

    private final AccountId account;
    private final Vault vault;
    private final Fuse fuse;
    private final Map<String, String> secrets = new TreeMap<>();
    private final Set<String> disabled = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();
    private boolean hidden;
    private int made;

    StubIam(AccountId account, Vault vault, Fuse fuse) {
        this.account = account;
        this.vault = vault;
        this.fuse = fuse;
    }

    /** A key that somebody made without the hub. */
    ByKeys plant() {
        var key = new ByKeys("AKIA%012d".formatted(++made));
        secrets.put(key.accessKeyId(), "secret of " + key.accessKeyId());
        return key;
    }

    void hideNewKeys(boolean hide) {
        hidden = hide;
    }

    Set<String> ids() {
        return new TreeSet<>(secrets.keySet());
    }

    String secretOf(ByKeys key) {
        return secrets.getOrDefault(key.accessKeyId(), "gone");
    }

    boolean isGood(ByKeys key) {
        return secrets.containsKey(key.accessKeyId()) && !disabled.contains(key.accessKeyId());
    }

    @Override
    public Asked<Set<String>> list(AccountId of, ByKeys with) {
        return fuse.around(() -> isGood(with) ? new Asked.Got<>(ids()) : new Asked.Not<>(NO_KEY));
    }

    @Override
    public Asked<Made> make(AccountId of, ByKeys with) {
        return fuse.around(() -> {
            if (!isGood(with)) {
                return new Asked.Not<>(NO_KEY);
            }
            ByKeys key = plant();
            fresh.add(key.accessKeyId());
            return new Asked.Got<>(new Made(key, Secret.of(secretOf(key))));
        });
    }

    @Override
    public Asked<Done> disable(AccountId of, ByKeys with, String accessKeyId) {
        return fuse.around(() -> {
            if (!isGood(with)) {
                return new Asked.Not<>(NO_KEY);
            }
            disabled.add(accessKeyId);
            return new Asked.Got<>(Done.VALUE);
        });
    }

    @Override
    public Asked<Done> delete(AccountId of, ByKeys with, String accessKeyId) {
        return fuse.around(() -> {
            if (!isGood(with)) {
                return new Asked.Not<>(NO_KEY);
            }
            secrets.remove(accessKeyId);
            return new Asked.Got<>(Done.VALUE);
        });
    }

    @Override
    public Assumer assumer() {
        return Assumer.of(Assumer.Kind.PERSON, "arn:aws:iam::123456789012:user/hub", Optional.empty());
    }

    @Override
    public Asked<Inside> enter(Way way) {
        if (!(way instanceof Way.Keys keys)) {
            throw new IllegalArgumentException("only keys are known here: " + way);
        }
        boolean known =
                isGood(keys.key()) && !(hidden && fresh.contains(keys.key().accessKeyId()));
        boolean signed = vault.read(KeySecrets.name(keys.account(), keys.key()))
                .filter(secret -> secret.reveal().equals(secretOf(keys.key())))
                .isPresent();
        return known && signed ? new Asked.Got<>(new Room()) : new Asked.Not<>(NO_KEY);
    }

    private final class Room implements Inside {
        @Override
        public Asked<Identity> identity() {
            return new Asked.Got<>(new Identity(account.value(), "arn:aws:iam::%s:user/reader".formatted(account)));
        }

        @Override
        public Asked<Role> role(RoleArn arn) {
            throw new IllegalStateException("a rotation asks for no role");
        }

        @Override
        public List<Right> rights() {
            throw new IllegalStateException("a rotation asks for no rights");
        }

        @Override
        public Asked<SortedSet<String>> regions() {
            throw new IllegalStateException("a rotation asks for no regions");
        }
    }
}
