package dev.quarterdeck.collect.scan;

/** What the person asking has agreed to beyond free reads: calls that cost money or leave something behind. */
public record Consent(boolean paidCalls) {
    public static final Consent FREE_READS_ONLY = new Consent(false);
}
