package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonProtocolTest {
    private static final ServiceModel JSON = Samples.service("sample", "json", "", """
            "Input": {"type": "structure", "members": {
                "Name": {"shape": "Text", "locationName": "theName"}, "At": {"shape": "Time"}, "Iso": {"shape": "Iso"},
                "Key": {"shape": "Bytes"}, "Ratio": {"shape": "Ratio"}, "Many": {"shape": "Many"}, "Any": {"shape": "Any"},
                "One": {"shape": "One"}}},
            "Output": {"type": "structure", "members": {
                "Name": {"shape": "Text", "locationName": "theName"}, "At": {"shape": "Time"}, "Key": {"shape": "Bytes"},
                "Ratio": {"shape": "Ratio"}, "Many": {"shape": "Many"}, "Any": {"shape": "Any"}, "One": {"shape": "One"},
                "Texts": {"shape": "Texts"}}},
            "One": {"type": "structure", "union": true, "members": {"A": {"shape": "Text"}, "B": {"shape": "Text"}}},
            "Many": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Texts"}},
            "Texts": {"type": "list", "member": {"shape": "Text"}},
            "Any": {"type": "structure", "document": true, "members": {}},
            "Text": {"type": "string"}, "Time": {"type": "timestamp"}, "Ratio": {"type": "float"},
            "Iso": {"type": "timestamp", "timestampFormat": "iso8601"}, "Bytes": {"type": "blob"}
            """);

    @Test
    void writesTheBodyByTheNamesOfTheWire() {
        WireRequest request = Samples.request(
                JSON,
                Map.of(
                        "Name",
                        "ü\"\n",
                        "At",
                        Instant.parse("2024-01-02T03:04:05.25Z"),
                        "Iso",
                        "2024-01-02T03:04:05Z",
                        "Key",
                        new byte[] {-1},
                        "Ratio",
                        Double.NaN,
                        "Many",
                        Map.of("k", List.of("v")),
                        "Any",
                        Map.of("x", List.of(1, true, "t"))));

        assertThat(request.headers())
                .isEqualTo(Map.of("X-Amz-Target", "Target_2020.Do", "Content-Type", "application/x-amz-json-1.1"));
        assertThat(Samples.body(request))
                .contains(
                        "\"theName\":\"ü\\\"\\n\"",
                        "\"At\":1704164645.25",
                        "\"Iso\":\"2024-01-02T03:04:05Z\"",
                        "\"Key\":\"/w==\"",
                        "\"Ratio\":\"NaN\"",
                        "\"Many\":{\"k\":[\"v\"]}",
                        "\"Any\":{\"x\":[1,true,\"t\"]}");
    }

    @Test
    void wantsExactlyOneMemberOfAUnion() {
        assertThatThrownBy(() -> Samples.request(JSON, Map.of("One", Map.of("A", "a", "B", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("One must have exactly one member");
    }

    @Test
    void readsWhatTheModelKnowsAndCountsTheRest() throws IOException {
        String body = """
                {"theName": "ü\\u0001", "Unknown": {"a": [1]}, "At": 1704164645.123456, "Key": "AQI=", "Ratio": 1e3,
                 "Many": {"k": ["v", null], "n": null}, "Any": {"x": [1.50, null, true]}, "One": {"C": 1}, "Texts": null}
                """;
        WireResponse response = Samples.response(200, Map.of(), body);
        JavaValues values = new JavaValues();

        Decoded decoded = Protocol.of(JSON).decode(Samples.operation(JSON), response, values);

        assertThat(decoded).isEqualTo(new Decoded.Whole(2));
        assertThat(Samples.decode(JSON, body))
                .isEqualTo(
                        "{\"Name\":\"ü\\u0001\",\"At\":\"2024-01-02T03:04:05.123456+00:00\",\"Key\":\"AQI=\",\"Ratio\":1e3,"
                                + "\"Many\":{\"k\":[\"v\",null],\"n\":null},\"Any\":{\"x\":[1.50,null,true]},"
                                + "\"One\":{\"SDK_UNKNOWN_MEMBER\":{\"name\":\"C\"}}}");
    }

    @Test
    void takesAnEmptyBodyForAnEmptyAnswerAndNothingElse() throws IOException {
        assertThat(Samples.decode(JSON, "")).isEqualTo("{}");
        for (String broken : List.of("{\"theName\": \"x\"", "<html></html>", "[]", "{} {}", "{\"Texts\": \"x\"}")) {
            assertThatThrownBy(() -> Samples.decode(JSON, broken))
                    .as(broken)
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void readsErrors() throws IOException {
        assertThat(error(Map.of(), "{\"__type\":\"com.x.v1#NotHere:http://x\",\"message\":\"m\",\"Extra\":\"e\"}"))
                .isEqualTo(new ErrorReply(
                        400,
                        "NotHere",
                        "m",
                        ErrorReply.Form.MODELED,
                        java.util.Optional.empty(),
                        Map.of("Extra", "e")));
        assertThat(error(
                        Map.of("x-amzn-query-error", List.of("AWS.Old;Sender")),
                        "{\"__type\":\"New\",\"Message\":\"m\"}"))
                .extracting(ErrorReply::code, ErrorReply::message)
                .containsExactly("AWS.Old", "m");
        assertThat(error(Map.of(), ""))
                .extracting(ErrorReply::code, ErrorReply::form)
                .containsExactly("400", ErrorReply.Form.EMPTY);
        assertThat(error(Map.of(), "slow down"))
                .extracting(ErrorReply::code, ErrorReply::message, ErrorReply::form)
                .containsExactly("400", "slow down", ErrorReply.Form.OTHER);
    }

    private static ErrorReply error(Map<String, List<String>> headers, String body) throws IOException {
        return Protocol.of(JSON).error(Samples.response(400, headers, body));
    }
}
