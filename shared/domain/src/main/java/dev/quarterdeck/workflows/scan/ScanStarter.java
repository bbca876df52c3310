package dev.quarterdeck.workflows.scan;

import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.workflows.Workflows;

/** Sees to it that scans run that are to run: an execution for each, and none that waits in vain. */
public record ScanStarter(Scans scans, Workflows workflows) implements EventHandler {
    public static final String WORKFLOW = "scan";

    @Override
    public String name() {
        return "scan-starter";
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith(Scans.EVENTS);
    }

    @Override
    public void handle(DomainEvent event) {
        scans.find(Fields.of(event.data()).text("scan_id", ScanId::new))
                .filter(scan -> scan.status() == Scan.Status.RUNNING)
                .ifPresent(scan -> workflows.start(WORKFLOW, scan.execution(), ScanTasks.input(scan)));
        scans.admit();
    }
}
