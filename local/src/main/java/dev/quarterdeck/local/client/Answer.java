package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.local.Refusal;
import java.util.Optional;

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

    private static Refusal refusal(int status, Json body) {
        String detail =
                body instanceof Json.Obj problem && problem.get("detail").orElse(body) instanceof Json.Str(var text)
                        ? text
                        : "status " + status;
        boolean barred = status == 401 || status == 403 || status >= 500;
        return barred ? Refusal.unreadable(detail) : Refusal.usage(detail);
    }
}
