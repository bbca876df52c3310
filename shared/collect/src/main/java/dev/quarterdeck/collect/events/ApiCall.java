package dev.quarterdeck.collect.events;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A call to AWS that changed something, as CloudTrail records it: in whose account and region, by which service's action,
 * and all texts that its request and its answer held, among them the names of the resources.
 */
public record ApiCall(String id, Place place, Action action, Instant at, Set<String> texts) {
    private static final String HOST = ".amazonaws.com";

    public ApiCall {
        texts = Set.copyOf(texts);
    }

    /** Region is the one that was asked. */
    public record Place(AccountId account, String region) {}

    /** {@code source} is the service's name in events, such as {@code ec2}. */
    public record Action(String source, String name) {}

    /**
     * The call of which an event tells: a CloudTrail record, or EventBridge's envelope around one. Nothing where it changed
     * nothing, because it only read or was refused.
     *
     * @throws dev.quarterdeck.kernel.Malformed if it is neither
     */
    public static Optional<ApiCall> read(Json.Obj event) {
        Fields envelope = Fields.of(event);
        Fields told = event.get("detail").isPresent() ? envelope.object("detail") : envelope;
        String source = told.text("eventSource");
        boolean read =
                told.json().get("readOnly").filter(Json.Bool.TRUE::equals).isPresent();
        boolean changed = !read && told.maybeText("errorCode").isEmpty();
        var texts = new LinkedHashSet<String>();
        for (String part : Set.of("requestParameters", "responseElements", "resources")) {
            told.json().get(part).ifPresent(value -> gather(value, texts));
        }
        var call = new ApiCall(
                told.text("eventID"),
                new Place(told.text("recipientAccountId", AccountId::new), told.text("awsRegion")),
                new Action(
                        source.endsWith(HOST) ? source.substring(0, source.length() - HOST.length()) : source,
                        told.text("eventName")),
                told.instant("eventTime"),
                texts);
        return Optional.of(call).filter(_ -> changed);
    }

    private static void gather(Json value, Set<String> texts) {
        switch (value) {
            case Json.Str(var text) when !text.isEmpty() -> texts.add(text);
            case Json.Arr(var items) -> items.forEach(item -> gather(item, texts));
            case Json.Obj object -> object.members().values().forEach(item -> gather(item, texts));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }
}
