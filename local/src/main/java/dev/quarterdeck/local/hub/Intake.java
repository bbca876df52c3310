package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.history.Look;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.history.Publisher.Published;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.rows.Label;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How what a scan sees comes into a workspace. */
public final class Intake {
    private final Workspace workspace;
    private final Supplier<TypeCatalog> types;
    private final Clock clock;

    Intake(Workspace workspace, Supplier<TypeCatalog> types, Clock clock) {
        this.workspace = workspace;
        this.types = types;
        this.clock = clock;
    }

    /** Takes what this scan sees; nothing of it counts before it is published. */
    public LookWriter begin(String scan, Map<String, Label> labels) {
        return new LookWriter(workspace.objects(), "looks/" + scan, labels);
    }

    public List<Published> publish(String scan, List<Look> looks) throws IOException {
        var publisher = new Publisher(
                new Generations(workspace.table()), workspace.objects(), new CatalogMeaning(types.get()), clock);
        var published = new ArrayList<Published>();
        for (Look look : looks) {
            AccountId account = look.account();
            published.add(publisher.publish(account, scan, List.of(look)));
        }
        return published;
    }
}
