package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestProtocolTest {
    private static final String SHAPES = """
            "Input": {"type": "structure", "required": ["Name"], INPUT_PAYLOAD "members": {
                "Name": {"shape": "Text", "location": "uri", "locationName": "name"},
                "Path": {"shape": "Text", "location": "uri", "locationName": "path"},
                "Flags": {"shape": "Texts", "location": "querystring", "locationName": "flag"},
                "Since": {"shape": "Time", "location": "querystring", "locationName": "since"},
                "More": {"shape": "Map", "location": "querystring"},
                "On": {"shape": "Flag", "location": "header", "locationName": "x-on"},
                "At": {"shape": "Time", "location": "header", "locationName": "x-at"},
                "List": {"shape": "Texts", "location": "header", "locationName": "x-list"},
                "Json": {"shape": "Text", "location": "header", "locationName": "x-json", "jsonvalue": true},
                "Meta": {"shape": "Map", "location": "headers", "locationName": "x-meta-"},
                "Raw": {"shape": "Bytes"}, "Body": {"shape": "Body", "locationName": "Body", "xmlNamespace": {"uri": "urn:b"}},
                "Title": {"shape": "Text"}, "Grants": {"shape": "Grants"}, "Map": {"shape": "Map"}}},
            "Output": {"type": "structure", OUTPUT_PAYLOAD "members": {
                "Status": {"shape": "Count", "location": "statusCode"},
                "On": {"shape": "Flag", "location": "header", "locationName": "x-on"},
                "At": {"shape": "Time", "location": "header", "locationName": "x-at"},
                "List": {"shape": "Texts", "location": "header", "locationName": "x-list"},
                "Json": {"shape": "Text", "location": "header", "locationName": "x-json", "jsonvalue": true},
                "Meta": {"shape": "Map", "location": "headers", "locationName": "x-meta-"},
                "Raw": {"shape": "Bytes"}, "Policy": {"shape": "Text"}, "Body": {"shape": "Body"},
                "Title": {"shape": "Text"}, "Count": {"shape": "Count"}, "Ratio": {"shape": "Ratio"},
                "Grants": {"shape": "Grants"}, "Map": {"shape": "Map"}}},
            "Body": {"type": "structure", "members": {"Title": {"shape": "Text"}, "Count": {"shape": "Count"}}},
            "Grants": {"type": "list", "flattened": true, "member": {"shape": "Grantee"}},
            "Grantee": {"type": "structure", "xmlNamespace": {"prefix": "xsi", "uri": "urn:xsi"}, "members": {
                "Kind": {"shape": "Text", "locationName": "xsi:type", "xmlAttribute": true}, "Id": {"shape": "Text"}}},
            "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
            "Texts": {"type": "list", "member": {"shape": "Text"}}, "Text": {"type": "string"},
            "Time": {"type": "timestamp"}, "Flag": {"type": "boolean"}, "Count": {"type": "integer"},
            "Ratio": {"type": "double"}, "Bytes": {"type": "blob"}
            """;

    private static ServiceModel service(String protocol, String inputPayload, String outputPayload) {
        return Samples.service("""
                {"service": "sample", "metadata": {"protocol": "%s", "apiVersion": "2020-01-01"},
                 "operations": {"Do": {"http": {"method": "PUT", "requestUri": "/a/{name}/{path+}?fixed&list-type=2"},
                    "input": {"shape": "Input", "locationName": "DoRequest"}, "output": {"shape": "Output"}}},
                 "shapes": {%s}}
                """.formatted(
                        protocol,
                        SHAPES.replace("INPUT_PAYLOAD", payload(inputPayload))
                                .replace("OUTPUT_PAYLOAD", payload(outputPayload))));
    }

    private static String payload(String member) {
        return member.isEmpty() ? "" : "\"payload\": \"%s\",".formatted(member);
    }

    @Test
    void putsMembersWhereTheyBelong() {
        WireRequest request = Samples.request(
                service("rest-json", "", ""),
                Map.of(
                        "Name", "a/b ü",
                        "Path", "x/y z~",
                        "Flags", List.of("p q", "r"),
                        "Since", Instant.parse("2024-01-02T03:04:05Z"),
                        "On", true,
                        "At", Instant.parse("2024-01-02T03:04:05.9Z"),
                        "List", List.of("plain", "a,b", "say \"x\""),
                        "Json", Map.of("k", 1),
                        "Meta", Map.of("one", "1"),
                        "Title", "t"));

        assertThat(request.path()).isEqualTo("/a/a%2Fb%20%C3%BC/x/y%20z~");
        assertThat(request.query())
                .contains(
                        new WireRequest.Parameter("fixed", ""),
                        new WireRequest.Parameter("list-type", "2"),
                        new WireRequest.Parameter("flag", "p q"),
                        new WireRequest.Parameter("flag", "r"),
                        new WireRequest.Parameter("since", "2024-01-02T03:04:05Z"));
        assertThat(request.headers())
                .isEqualTo(Map.of(
                        "x-on", "true",
                        "x-at", "Tue, 02 Jan 2024 03:04:05 GMT",
                        "x-list", "plain,\"a,b\",\"say \\\"x\\\"\"",
                        "x-json", "eyJrIjoxfQ==",
                        "x-meta-one", "1",
                        "Content-Type", "application/json"));
        assertThat(Samples.body(request)).isEqualTo("{\"Title\":\"t\"}");
    }

    @Test
    void refusesAnEmptyLabelForItWouldNameAnotherCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(service("rest-json", "", ""), Map.of("Name", "", "Path", "p")))
                .withMessage("Do: name is in the path and must not be empty: ''");
    }

    @Test
    void sendsARawPayloadAsItIs() {
        WireRequest request = Samples.request(
                service("rest-json", "Raw", ""), Map.of("Name", "n", "Path", "p", "Raw", new byte[] {1, 2}));

        assertThat(request.body()).containsExactly(1, 2);
        assertThat(request.headers()).isEmpty();
    }

    @Test
    void writesXmlWithNamespacesAttributesAndFlattenedLists() {
        WireRequest whole = Samples.request(
                service("rest-xml", "", ""),
                Map.of(
                        "Name", "n",
                        "Path", "p",
                        "Grants", List.of(Map.of("Kind", "K\"", "Id", "<1>\r\n"), Map.of("Id", "2"))));
        WireRequest payload = Samples.request(
                service("rest-xml", "Body", ""), Map.of("Name", "n", "Path", "p", "Body", Map.of("Count", 3)));

        assertThat(Samples.body(whole))
                .isEqualTo(
                        "<DoRequest><Grants xmlns:xsi=\"urn:xsi\" xsi:type=\"K&quot;\"><Id>&lt;1&gt;&#xD;&#xA;</Id></Grants>"
                                + "<Grants xmlns:xsi=\"urn:xsi\"><Id>2</Id></Grants></DoRequest>");
        assertThat(Samples.body(payload)).isEqualTo("<Body xmlns=\"urn:b\"><Count>3</Count></Body>");
    }

    @Test
    void readsStatusHeadersAndBody() throws IOException {
        Map<String, List<String>> headers = Map.of(
                "X-On", List.of("true"),
                "x-at", List.of("Tue, 02 Jan 2024 03:04:05 GMT"),
                "x-list", List.of("a, b", "c"),
                "x-json", List.of("eyJrIjoxfQ=="),
                "x-Meta-One", List.of("1"));

        assertThat(Samples.decode(
                        service("rest-json", "", ""),
                        Samples.response(201, headers, "{\"Title\":\"t\",\"Count\":\"7\",\"Ratio\":\"NaN\"}")))
                .isEqualTo(
                        "{\"Status\":201,\"On\":true,\"At\":\"2024-01-02T03:04:05+00:00\",\"List\":[\"a\",\"b\",\"c\"],"
                                + "\"Json\":{\"k\":1},\"Meta\":{\"One\":\"1\"},\"Title\":\"t\",\"Count\":7,\"Ratio\":\"NaN\"}");
    }

    @Test
    void readsPayloads() throws IOException {
        assertThat(Samples.decode(service("rest-json", "", "Policy"), "{\"x\":1}"))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Policy\":\"{\\\"x\\\":1}\"}");
        assertThat(Samples.decode(service("rest-json", "", "Body"), "{\"Title\":\"t\"}"))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Body\":{\"Title\":\"t\"}}");
        assertThat(Samples.decode(service("rest-json", "", "Body"), ""))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Body\":{}}");
        assertThat(Samples.decode(service("rest-xml", "", "Body"), "<Body><Title>t</Title></Body>"))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Body\":{\"Title\":\"t\"}}");
        assertThat(Samples.decode(service("rest-xml", "", "Body"), ""))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Body\":{}}");
        assertThat(Samples.decode(service("rest-xml", "", "Raw"), "abc"))
                .isEqualTo("{\"Status\":200,\"Meta\":{},\"Raw\":\"YWJj\"}");
    }

    @Test
    void keepsInterleavedFlattenedListsApart() throws IOException {
        String body = """
                <R xmlns:xsi="urn:xsi"><Title>t</Title><Grants xsi:type="K"><Id>1</Id></Grants><Count>3</Count>
                <Grants><Id>2</Id></Grants><Title>ignored</Title><Grants/></R>
                """;

        assertThat(Samples.decode(service("rest-xml", "", ""), body))
                .isEqualTo(
                        "{\"Status\":200,\"Meta\":{},\"Title\":\"t\",\"Grants\":[{\"Kind\":\"K\",\"Id\":\"1\"},{\"Id\":\"2\"},{}],"
                                + "\"Count\":3}");
    }

    @Test
    void takesAnErrorWithGoodStatusForOne() throws IOException {
        ServiceModel service = service("rest-xml", "", "");
        String body = "<Error><Code>SlowDown</Code><Message>later</Message><Region>eu-west-1</Region></Error>";
        JavaValues sink = new JavaValues();

        Decoded decoded =
                Protocol.of(service).decode(Samples.operation(service), Samples.response(200, Map.of(), body), sink);

        assertThat(decoded)
                .isEqualTo(new Decoded.Refused(new ErrorReply(
                        200,
                        "SlowDown",
                        "later",
                        ErrorReply.Form.MODELED,
                        java.util.Optional.empty(),
                        Map.of("Region", "eu-west-1"))));
        assertThat(sink.value()).isNull();
    }

    @Test
    void findsTheCodeOfARestJsonErrorInHeaderOrBody() throws IOException {
        Protocol protocol = Protocol.of(service("rest-json", "", ""));

        assertThat(protocol.error(Samples.response(
                                404,
                                Map.of("x-amzn-ErrorType", List.of("ns#NotHere:http://x/")),
                                "{\"Message\":\"m\"}"))
                        .code())
                .isEqualTo("NotHere");
        assertThat(protocol.error(Samples.response(404, Map.of(), "{\"code\":\"Gone\"}"))
                        .code())
                .isEqualTo("Gone");
    }

    @Test
    void readsBothLayoutsOfXmlErrorsAndEmptyBodies() throws IOException {
        Protocol protocol = Protocol.of(service("rest-xml", "", ""));

        assertThat(protocol.error(Samples.response(
                                403, Map.of(), "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(protocol.error(Samples.response(
                                400,
                                Map.of(),
                                "<ErrorResponse><Error><Code>InvalidInput</Code></Error></ErrorResponse>"))
                        .code())
                .isEqualTo("InvalidInput");
        ErrorReply head = protocol.error(Samples.response(404, Map.of(), ""));
        assertThat(head.code()).isEqualTo("404");
        assertThat(head.message()).isEqualTo("Not Found");
    }
}
