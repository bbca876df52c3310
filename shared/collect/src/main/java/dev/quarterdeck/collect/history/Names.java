package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.util.Locale;
import java.util.UUID;

/** What the objects of an account's facts are called. No two are called the same, be it by two tries of one scan. */
record Names(AccountId account, String scan) {
    ObjectName of(String what) {
        String nonce = UUID.randomUUID().toString();
        return new ObjectName("facts/%s/%s-%s/%s.ndjson.zst"
                .formatted(account, scan.toLowerCase(Locale.ROOT), nonce.substring(0, 8), what));
    }
}
