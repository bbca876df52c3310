package dev.quarterdeck.collect.scan;

import java.time.Duration;
import java.util.Optional;

/** How far a scan has come. Areas are account × region × type; their total grows while accounts are being opened. */
public record Progress(
        Part accounts, Part regions, Part areas, long resources, Requests requests, Optional<Duration> left) {
    /** Done of so many known by now. */
    public record Part(int done, int total) {}

    /** Requests sent, and how many of them were told to slow down. */
    public record Requests(long sent, long throttled) {}
}
