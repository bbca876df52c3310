package dev.quarterdeck.edge.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpApiTest {
    @Test
    void aRequestIsWhatTheCallerSent() {
        var event = event("GET", "/api/aws/accounts")
                .withRawQueryString("status=active&cursor=a%2Fb")
                .withHeaders(Map.of("host", "hub.example.com", "x-hub-request", "1"))
                .withCookies(List.of("__Host-quarterdeck=secret", "theme=dark"))
                .build();

        assertThat(HttpApi.request(event))
                .isEqualTo(new HttpRequest(
                        "GET",
                        "/api/aws/accounts?status=active&cursor=a%2Fb",
                        Headers.of(
                                "Host",
                                "hub.example.com",
                                "X-Hub-Request",
                                "1",
                                "Cookie",
                                "__Host-quarterdeck=secret; theme=dark"),
                        Body.EMPTY,
                        "192.0.2.7"));
    }

    @Test
    void aBodyIsTextOrBytesInBase64() {
        assertThat(HttpApi.request(event("POST", "/api/setup")
                                .withBody("{\"a\":\"é\"}")
                                .build())
                        .body())
                .isEqualTo(Body.of("{\"a\":\"é\"}"));
        assertThat(HttpApi.request(event("POST", "/api/setup")
                                .withBody("/wA=")
                                .withIsBase64Encoded(true)
                                .build())
                        .body())
                .isEqualTo(Body.of(new byte[] {(byte) 0xff, 0}));
    }

    @Test
    void anAnswersCookiesGoApartFromItsHeaders() {
        Headers headers = Headers.of(
                "Content-Type", "application/json", "Set-Cookie", "a=1; Secure", "Set-Cookie", "b=2", "Vary", "Accept");

        APIGatewayV2HTTPResponse answer =
                HttpApi.response(new HttpResponse(201, headers.with("Vary", "Cookie"), Body.of("{}")));

        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(answer.getHeaders()).isEqualTo(Map.of("Content-Type", "application/json", "Vary", "Accept, Cookie"));
        assertThat(answer.getCookies()).containsExactly("a=1; Secure", "b=2");
        assertThat(answer.getBody()).isEqualTo("{}");
        assertThat(answer.getIsBase64Encoded()).isFalse();
    }

    /** As JSON writes it, each quote is two bytes. */
    @Test
    void whatLambdaCannotCarryIsSaid() {
        String carried = "a".repeat(6_000_000);
        String quotes = "\"".repeat(3_200_000);

        assertThat(HttpApi.response(new HttpResponse(200, Headers.NONE, Body.of(carried)))
                        .getBody())
                .isEqualTo(carried);
        APIGatewayV2HTTPResponse answer = HttpApi.response(new HttpResponse(200, Headers.NONE, Body.of(quotes)));
        assertThat(answer.getStatusCode()).isEqualTo(422);
        assertThat(answer.getBody()).contains("answer-too-large", "ask for fewer fields or rows");
    }

    private static APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String method, String path) {
        var http = RequestContext.Http.builder()
                .withMethod(method)
                .withPath(path)
                .withSourceIp("192.0.2.7")
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRequestContext(RequestContext.builder().withHttp(http).build());
    }
}
