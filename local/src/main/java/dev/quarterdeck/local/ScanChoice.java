package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import picocli.CommandLine.Parameters;

/** The scan that somebody means. */
final class ScanChoice implements SteerCommand.Chosen {
    @Parameters(paramLabel = "SCAN", description = "the scan's id, as 'quarterdeck scans list' shows it")
    private String id = "";

    @Override
    public String path() {
        return ScanWords.PATH + "/" + HubClient.segment(id);
    }
}
