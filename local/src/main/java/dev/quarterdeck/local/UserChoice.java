package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** The person whom somebody means, by their id or by their name. */
final class UserChoice {
    static final String PATH = "/api/users";

    @Parameters(index = "0", paramLabel = "USER", description = "the person's id or name")
    private String meant;

    UserChoice() {
        this("");
    }

    UserChoice(String meant) {
        this.meant = meant;
    }

    /** Where the person is found at the hub. */
    String path(HubClient hub) {
        return PATH + "/" + find(hub).text("user_id");
    }

    Fields find(HubClient hub) {
        List<Fields> all = hub.all(PATH, Map.of());
        List<Fields> found = all.stream()
                .filter(user ->
                        user.text("user_id").equals(meant) || user.text("name").equalsIgnoreCase(meant))
                .toList();
        if (found.size() > 1) {
            throw Refusal.usage("several people are called '%s': give the id, which 'quarterdeck users list' shows"
                    .formatted(meant));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Refusal.usage("the hub knows nobody called '%s'%s"
                        .formatted(
                                meant,
                                Suggestion.near(
                                                meant,
                                                all.stream()
                                                        .map(user -> user.text("name"))
                                                        .toList())
                                        .map(": did you mean '%s'?"::formatted)
                                        .orElse(": 'quarterdeck users list' shows everybody"))));
    }
}
