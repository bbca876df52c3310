package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** Which view somebody means, by its name or its id. */
final class ViewChoice implements VerbCommand.Chosen {
    static final String PATH = "/api/views";

    @Parameters(paramLabel = "NAME", description = "its name or its id")
    private String name = "";

    @Override
    public String path(HubClient hub) {
        return path(hub, name);
    }

    static Fields find(HubClient hub, String named) {
        List<Fields> all = hub.all(PATH, Map.of());
        List<Fields> meant = all.stream()
                .filter(view ->
                        view.text("view_id").equals(named) || view.text("name").equals(named))
                .toList();
        if (meant.isEmpty()) {
            throw Refusal.usage(
                    "there is no view '%s': 'quarterdeck views list' shows those there are".formatted(named));
        }
        if (meant.size() > 1) {
            throw Refusal.usage("'%s' names %d views: say which by id: %s"
                    .formatted(
                            named,
                            meant.size(),
                            String.join(
                                    ", ",
                                    meant.stream()
                                            .map(view -> view.text("view_id"))
                                            .toList())));
        }
        return meant.getFirst();
    }

    static String id(HubClient hub, String named) {
        return find(hub, named).text("view_id");
    }

    static String path(HubClient hub, String named) {
        return PATH + "/" + id(hub, named);
    }
}
