package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.query.engine.Patience;
import dev.quarterdeck.query.lists.Estate;
import dev.quarterdeck.query.process.SandboxProcess;
import java.time.Duration;
import java.util.List;

/** Queries that a process of their own answers, as those of a hub. */
final class ChildProcess {
    static final List<ResourceType> TYPES =
            List.of(new ResourceType("AWS::EC2::Instance"), new ResourceType("AWS::KMS::Key"));

    private ChildProcess() {}

    static SqlQueries of(Estate estate, int rows, Duration time) {
        return of(estate, new Limits(rows, 1_000_000, time, "128MB", Patience.ENDLESS));
    }

    static SqlQueries of(Estate estate, Limits limits) {
        return new ChildQueries(SandboxProcess.command(), estate, TYPES, limits);
    }
}
