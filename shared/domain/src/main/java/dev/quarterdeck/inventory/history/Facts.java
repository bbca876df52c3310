package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of accounts, to be read as it is now or was at any instant since the first scan. */
public interface Facts {
    /** Of a hub in which nothing scans: each of its accounts was never scanned, and says so. */
    Facts NONE = new Facts() {
        @Override
        public Optional<AccountFacts> of(AccountId account, Optional<Instant> at) {
            return Optional.empty();
        }

        @Override
        public AccountFacts of(Generation generation) {
            throw new IllegalArgumentException("there are no facts of account " + generation.account());
        }

        @Override
        public Stream<Alteration> compare(AccountFacts earlier, AccountFacts later, Looks looks, Optional<Uid> after) {
            return Stream.empty();
        }

        @Override
        public Optional<List<Json.Obj>> changes(Generation generation) {
            return Optional.of(List.of());
        }

        @Override
        public Optional<Json.Obj> change(Generation generation, Uid uid) {
            return Optional.empty();
        }
    };

    /** What counts now, or counted then; nothing for an account that had not been scanned. */
    Optional<AccountFacts> of(AccountId account, Optional<Instant> at);

    /** What was told of an account in this generation. */
    AccountFacts of(Generation generation);

    /**
     * How the resources of an account are other at one instant than at an earlier one, in the order of their uids from
     * {@code after} on. What appeared or vanished where nobody had seen all there is, then or now, is left out.
     */
    Stream<Alteration> compare(AccountFacts earlier, AccountFacts later, Looks looks, Optional<Uid> after);

    /** What the scan that made this generation found changed, a document a resource; nothing where that is damaged. */
    Optional<List<Json.Obj>> changes(Generation generation);

    /** The one of a resource. */
    Optional<Json.Obj> change(Generation generation, Uid uid);
}
