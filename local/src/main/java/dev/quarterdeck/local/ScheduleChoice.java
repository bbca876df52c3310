package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import picocli.CommandLine.Parameters;

/** The schedule that somebody means. */
final class ScheduleChoice implements VerbCommand.Chosen {
    static final String PATH = "/api/schedules";

    @Parameters(paramLabel = "SCHEDULE", description = "the schedule's id")
    String id = "";

    @Override
    public String path(HubClient hub) {
        return PATH + "/" + HubClient.segment(id);
    }
}
