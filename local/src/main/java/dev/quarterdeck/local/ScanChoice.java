package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import picocli.CommandLine.Parameters;

/** The scan that somebody means. */
final class ScanChoice implements VerbCommand.Chosen {
    @Parameters(paramLabel = "SCAN", description = "the scan's id, as 'quarterdeck scans list' shows it")
    private String id = "";

    @Override
    public String path(HubClient hub) {
        return ScanWords.PATH + "/" + HubClient.segment(id);
    }
}
