package dev.quarterdeck.local.hub;

import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How what a scan sees comes into a workspace: objects first, which count once they are published. */
public final class Intake {
    private final Objects objects;
    private final Publishing publishing;

    Intake(Objects objects, Publishing publishing) {
        this.objects = objects;
        this.publishing = publishing;
    }

    /** Takes what this scan sees; nothing of it counts before it is published. */
    public LookWriter begin(String scan, Map<String, Label> labels) {
        return writer(objects, scan, labels);
    }

    /** As {@link #begin}, beside the process that serves the hub of this workspace, to which the looks are handed in then. */
    public static LookWriter beside(Home home, String scan, Map<String, Label> labels) {
        return writer(FolderObjects.beside(home.objects()), scan, labels);
    }

    private static LookWriter writer(Objects objects, String scan, Map<String, Label> labels) {
        return new LookWriter(objects, Look.folder(scan), labels);
    }

    public List<Published> publish(String scan, List<Look> looks) throws IOException {
        var published = new ArrayList<Published>();
        for (Look look : looks) {
            published.add(publishing.publish(look.account(), scan, List.of(look)));
        }
        publishing.relate(looks.stream().map(Look::account).collect(Collectors.toSet()));
        return published;
    }
}
