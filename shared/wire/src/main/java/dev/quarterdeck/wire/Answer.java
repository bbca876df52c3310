package dev.quarterdeck.wire;

/** What came of asking AWS. Failures are values: the caller decides what each means. */
public sealed interface Answer {
    /** All was read. {@code pages} is how many responses it took, {@code items} how many items they held. */
    record Done(int pages, long items) implements Answer {}

    /** Anything but a full answer. */
    sealed interface Failure extends Answer {
        /** AWS's words, or ours where AWS said nothing. */
        String message();
    }

    /** The caller lacks the permission {@code action}, such as {@code ec2:DescribeInstances}. */
    record Denied(String action, String message) implements Failure {}

    /** An organization's policy (SCP or RCP) forbids it to everyone in the account; {@code policy} names it if AWS did. */
    record Barred(String policy, String message) implements Failure {}

    /** Still told to slow down after all retries. */
    record Throttled(String message) implements Failure {}

    /** The service or call does not exist there. */
    record Unsupported(String message) implements Failure {}

    /** The region is not enabled for the account. */
    record OptedOut(String message) implements Failure {}

    /** The thing asked about is not there; {@code code} is one of the call's {@link Call#absentOn}. */
    record Absent(String code, String message) implements Failure {}

    /** Everything else: {@code code} is AWS's error code or our own word ({@code Timeout}, {@code Connection}, …). */
    record Failed(String code, String message) implements Failure {}
}
