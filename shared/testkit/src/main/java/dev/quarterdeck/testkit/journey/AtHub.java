package dev.quarterdeck.testkit.journey;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;

/** Somebody who is signed in at a hub, by whatever means. Each deed gives the hub's answer or is {@link Refused}. */
public interface AtHub {
    /** Makes an account known by its read role. */
    Json.Obj connect(String name, String roleArn);

    Json.Obj show(AccountId account);

    Json.Obj validate(AccountId account);

    /** Says whose the account is. */
    Json.Obj update(AccountId account, String owner);

    /** The trust policy that the account's roles should have. */
    Json.Obj trust(AccountId account);

    Json.Obj rotate(AccountId account);

    Json.Obj revoke(AccountId account);

    Json.Obj restore(AccountId account);

    Json.Obj impact(AccountId account);

    Json.Obj delete(AccountId account, String typedName);

    Json.Obj undelete(AccountId account);

    /** The hub said no, in its own words. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String words) {
            super(words);
        }
    }
}
