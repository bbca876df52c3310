package dev.quarterdeck.testkit.seed;

/** Secrets as they are found where they should not be. All begin alike, so that a test can search every output for them. */
public final class Canary {
    /** What every planted secret begins with. */
    public static final String MARK = "tidewater-canary-";

    private Canary() {}

    static String of(String what) {
        return MARK + what;
    }
}
