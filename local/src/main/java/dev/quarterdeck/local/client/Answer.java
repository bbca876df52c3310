package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.local.Refusal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a hub answered to something it did. */
public record Answer(int status, Json body, Optional<String> tag) {
    /** The answer, if the request was done; else the hub's own words as a refusal. */
    static Answer of(HttpResponse response) {
        Json body = json(response);
        if (response.status() >= 400) {
            throw refusal(response.status(), body);
        }
        return new Answer(
                response.status(), body, response.headers().all("ETag").stream().findFirst());
    }

    public Fields fields() {
        return Fields.of(object());
    }

    public Json.Obj object() {
        return body instanceof Json.Obj members ? members : Json.Obj.EMPTY;
    }

    private static Json json(HttpResponse response) {
        String text = response.body().text().orElse("");
        try {
            return text.isEmpty() ? Json.Null.VALUE : Json.parse(text);
        } catch (MalformedJsonException _) {
            return Json.of(text);
        }
    }

    /** What stands against the request is its sender's to mend, or else lies with the hub or with who asks. */
    private static Refusal refusal(int status, Json body) {
        String detail = body instanceof Json.Obj problem ? detail(Fields.of(problem)) : "the hub answered " + status;
        return switch (status) {
            case 401 -> Refusal.unreadable(detail + ": run 'quarterdeck login'");
            case 403, 429 -> Refusal.unreadable(detail);
            default -> status >= 500 ? Refusal.unreadable(detail) : Refusal.usage(detail);
        };
    }

    private static String detail(Fields problem) {
        String all = problem.objects("violations").stream()
                .map(violation -> "%s %s"
                        .formatted(violation.text("at"), violation.text("why"))
                        .strip())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? problem.text("detail") : all;
    }
}
