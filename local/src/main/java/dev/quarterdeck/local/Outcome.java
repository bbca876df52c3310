package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.local.report.Digest;
import java.time.Duration;
import java.time.Instant;

/** What became of a scan, all in all. */
record Outcome(ScanResult result, Digest digest, long edges, Instant begun, Instant ended) {
    Duration took() {
        return Duration.between(begun, ended);
    }

    /** Did anything at all answer? */
    boolean readNothing() {
        return digest.looked() == 0 && digest.total() == 0;
    }

    ExitCode exitCode(boolean failOnGaps) {
        if (result.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (readNothing()) {
            return ExitCode.UNREADABLE;
        }
        return failOnGaps && digest.gaps() > 0 ? ExitCode.GAPS : ExitCode.COMPLETE;
    }
}
