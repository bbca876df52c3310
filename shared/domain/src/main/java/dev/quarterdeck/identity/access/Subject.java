package dev.quarterdeck.identity.access;

/** To whom a role is bound: one user, or a group as the identity provider names it. */
public sealed interface Subject permits UserId, GroupId {
    /** The provider that vouches for it. Equal names of different providers are different subjects. */
    String issuer();
}
