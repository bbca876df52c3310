package dev.quarterdeck.edge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and answers of an API Gateway HTTP API (payload format 2.0) as the edge's. */
public final class HttpApi {
    private static final String COOKIE = "Cookie";
    private static final String SET_COOKIE = "Set-Cookie";

    /** Of the 6,291,556 bytes that Lambda carries of an answer, its body as JSON writes it; the rest is for headers. */
    private static final int MOST = 6_200_000;

    private static final int MOST_A_CHARACTER = 6;

    private HttpApi() {}

    public static HttpRequest request(APIGatewayV2HTTPEvent event) {
        var http = event.getRequestContext().getHttp();
        String query = Optional.ofNullable(event.getRawQueryString()).orElse("");
        return new HttpRequest(
                http.getMethod(),
                event.getRawPath() + (query.isEmpty() ? "" : "?" + query),
                headers(event),
                body(event.getBody(), event.getIsBase64Encoded()),
                http.getSourceIp());
    }

    public static APIGatewayV2HTTPResponse response(HttpResponse response) {
        String body = text(response);
        return isCarried(body)
                ? response(response, body)
                : response(HttpEdge.tooLarge("the answer is larger than 6 MB: ask for fewer fields or rows at a time"));
    }

    private static String text(HttpResponse response) {
        return response.body().text().orElseThrow(() -> new IllegalStateException("answers are text"));
    }

    private static boolean isCarried(String body) {
        return body.length() <= MOST / MOST_A_CHARACTER
                || Json.of(body).text().getBytes(StandardCharsets.UTF_8).length <= MOST;
    }

    private static APIGatewayV2HTTPResponse response(HttpResponse response, String body) {
        var headers = new LinkedHashMap<String, String>();
        response.headers().fields().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove(SET_COOKIE);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(headers)
                .withCookies(response.headers().all(SET_COOKIE))
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }

    /** The gateway takes cookies out of the headers, and joins a repeated header's values with commas. */
    private static Headers headers(APIGatewayV2HTTPEvent event) {
        var fields = new LinkedHashMap<String, List<String>>();
        Optional.ofNullable(event.getHeaders())
                .orElse(Map.of())
                .forEach((name, value) -> fields.put(name, List.of(value)));
        Optional.ofNullable(event.getCookies())
                .ifPresent(cookies -> fields.put(COOKIE, List.of(String.join("; ", cookies))));
        return new Headers(fields);
    }

    private static Body body(@Nullable String body, boolean base64) {
        if (body == null) {
            return Body.EMPTY;
        }
        return base64 ? Body.of(Base64.getDecoder().decode(body)) : Body.of(body);
    }
}
