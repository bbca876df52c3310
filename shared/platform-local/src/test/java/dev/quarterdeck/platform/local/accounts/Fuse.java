package dev.quarterdeck.platform.local.accounts;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Crashes the program before or after a chosen effect. */
final class Fuse {
    private int left = Integer.MAX_VALUE;

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void burnAfter(int effects) {
        left = effects;
    }

    void never() {
        left = Integer.MAX_VALUE;
    }

    <T> T around(Supplier<T> effect) {
        burn();
        T result = effect.get();
        burn();
        return result;
    }

    private void burn() {
        if (left-- == 0) {
            throw new Crash();
        }
    }

    Table on(Table table) {
        return new Table() {
            @Override
            public Optional<Row> get(Key key) {
                return table.get(key);
            }

            @Override
            public Map<Key, Row> get(Collection<Key> keys) {
                return table.get(keys);
            }

            @Override
            public Written write(List<Write> writes) {
                return around(() -> table.write(writes));
            }

            @Override
            public Page query(Query query) {
                return table.query(query);
            }
        };
    }

    Vault on(Vault vault) {
        return new Vault() {
            @Override
            public Version put(SecretName name, Secret<String> value) {
                return around(() -> vault.put(name, value));
            }

            @Override
            public Optional<Secret<String>> read(SecretName name) {
                return vault.read(name);
            }

            @Override
            public Optional<Secret<String>> read(SecretName name, Version version) {
                return vault.read(name, version);
            }

            @Override
            public List<Kept> versions(SecretName name) {
                return vault.versions(name);
            }

            @Override
            public void delete(SecretName name) {
                around(() -> {
                    vault.delete(name);
                    return name;
                });
            }
        };
    }
}
