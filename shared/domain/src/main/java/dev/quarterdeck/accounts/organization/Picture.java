package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Membership;
import java.util.List;

/** An organization as AWS lists it now: whose it is, where its units begin, and its accounts. */
public record Picture(String id, AccountId management, String root, List<Member> members) {
    public Picture {
        members = List.copyOf(members);
    }

    /** An account of it; one that is suspended or closing is in it and cannot be entered. */
    public record Member(AccountId id, String name, boolean active, Membership place) {}
}
