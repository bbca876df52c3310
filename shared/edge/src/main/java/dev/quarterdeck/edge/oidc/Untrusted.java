package dev.quarterdeck.edge.oidc;

/** Something that came by a sign-in is not proven. The text is for the log; who knocks is told no more than no. */
final class Untrusted extends Exception {
    private static final long serialVersionUID = 1L;

    Untrusted(String why) {
        super(why, null, false, false);
    }
}
