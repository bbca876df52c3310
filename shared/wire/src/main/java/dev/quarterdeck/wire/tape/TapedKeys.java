package dev.quarterdeck.wire.tape;

/** Access keys as they stand on tapes: made-up ones that open nothing and say whose they are. */
public final class TapedKeys {
    /** Where AWS would have a secret; published here, so that it is none. */
    public static final String NO_SECRET = "a-tape-holds-no-secrets";

    private static final String LASTING = "AKIADEMO";
    private static final String PASSING = "ASIADEMO";

    private TapedKeys() {}

    /** A user's. */
    public static String lasting(String account) {
        return LASTING + account;
    }

    /** A session's. */
    public static String passing(String account) {
        return PASSING + account;
    }

    static String owner(String accessKeyId) {
        return accessKeyId.substring(Math.min(accessKeyId.length(), LASTING.length()));
    }
}
