package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one resource that a command is about, by whatever tells it from all others. */
final class ResourceChoice {
    private static final Pattern UID = Pattern.compile("r1[a-z2-7]{26}");
    private static final int SHOWN = 10;

    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "its uid, ARN, native id, name or address: whatever no other resource has")
    private String resource = "";

    @Option(names = "--account", paramLabel = "ID", description = "the one of this account")
    private Optional<String> account = Optional.empty();

    /** Its path at this hub. Who names it by other than its uid means it as it is, or was then. */
    String path(HubClient hub, Optional<String> at) {
        return "/api/resources/" + (UID.matcher(resource).matches() ? resource : found(hub, at));
    }

    private String found(HubClient hub, Optional<String> at) {
        List<Fields> items = hub.get("/api/find", query(at)).fields().objects("items");
        List<Fields> exact = items.stream().filter(this::isCalledSo).toList();
        if (exact.size() != 1) {
            throw Refusal.usage(
                    items.isEmpty()
                            ? "no resource answers to '%s': 'quarterdeck find' looks for parts of names as well"
                                    .formatted(resource)
                            : "'%s' does not name one resource; give the uid of the one that is meant:\n%s"
                                    .formatted(resource, candidates(exact.isEmpty() ? items : exact)));
        }
        return exact.getFirst().text("uid");
    }

    private Map<String, String> query(Optional<String> at) {
        var query = new LinkedHashMap<String, String>();
        query.put("q", resource.strip());
        at.ifPresent(instant -> query.put("at", instant));
        account.ifPresent(id -> query.put("account_id", id));
        return query;
    }

    private boolean isCalledSo(Fields row) {
        Stream<String> names = Stream.of("arn", "native_id", "name").flatMap(column -> row.maybeText(column).stream());
        Stream<String> identifiers = row.objects("identifiers").stream().map(one -> one.text("value"));
        return Stream.concat(names, identifiers).anyMatch(resource.strip()::equalsIgnoreCase);
    }

    private static String candidates(List<Fields> rows) {
        String some = rows.stream()
                .limit(SHOWN)
                .map(row -> "  %s  %s  %s  %s  %s"
                        .formatted(
                                row.text("uid"),
                                row.text("account_id"),
                                row.text("region"),
                                row.text("type"),
                                row.text("name")))
                .collect(Collectors.joining("\n"));
        return rows.size() > SHOWN ? some + "\n  and %d more".formatted(rows.size() - SHOWN) : some;
    }

    /** What to ask beside the path. */
    static Map<String, String> at(Optional<String> at) {
        return at.map(instant -> Map.of("at", instant)).orElse(Map.of());
    }
}
