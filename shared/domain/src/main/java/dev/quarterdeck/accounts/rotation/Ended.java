package dev.quarterdeck.accounts.rotation;

/** What became of the sessions that were out when an account was closed. */
public sealed interface Ended {
    /** The policy that ends them is on its roles. */
    record Attached() implements Ended {}

    /** The account has no revoker role: its owner puts the policy there. */
    record Printed() implements Ended {}

    /** {@code why} is AWS's own. */
    record Failed(String why) implements Ended {}

    default String word() {
        return switch (this) {
            case Attached _ -> "attached";
            case Printed _ -> "printed";
            case Failed _ -> "failed";
        };
    }
}
