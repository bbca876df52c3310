package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryProtocolTest {
    private static final String SHAPES = """
            "Input": {"type": "structure", "required": ["Name"], "members": {
                "Name": {"shape": "Text"}, "Count": {"shape": "Count"}, "On": {"shape": "Flag"},
                "At": {"shape": "Time"}, "Key": {"shape": "Bytes"}, "Names": {"shape": "Texts"},
                "Flat": {"shape": "FlatTexts"}, "Tags": {"shape": "Tags"}, "Nested": {"shape": "Nested"},
                "Token": {"shape": "Text", "idempotencyToken": true}}},
            "Output": {"type": "structure", "members": {
                "Name": {"shape": "Text", "locationName": "theName"}, "Count": {"shape": "Count"},
                "On": {"shape": "Flag"}, "Ratio": {"shape": "Ratio"}, "At": {"shape": "Time"},
                "Key": {"shape": "Bytes"}, "Names": {"shape": "Texts"}, "Flat": {"shape": "FlatTexts"},
                "Tags": {"shape": "Tags"}, "Nested": {"shape": "Nested"}}},
            "Nested": {"type": "structure", "members": {"Deep": {"shape": "Nested"}, "Name": {"shape": "Text"}}},
            "Text": {"type": "string", "min": 1}, "Count": {"type": "integer", "min": 5},
            "Flag": {"type": "boolean"}, "Ratio": {"type": "double"}, "Time": {"type": "timestamp"},
            "Bytes": {"type": "blob"}, "Texts": {"type": "list", "member": {"shape": "Text"}},
            "FlatTexts": {"type": "list", "flattened": true, "member": {"shape": "Text", "locationName": "One"}},
            "Tags": {"type": "map", "key": {"shape": "Text", "locationName": "k"}, "value": {"shape": "Text"}}
            """;
    private static final ServiceModel QUERY = Samples.service(
            "sample",
            "query",
            "",
            SHAPES.replace("\"Output\":", "\"Unwrapped\":")
                    + ", \"Output\": {\"type\": \"structure\", \"members\": {}}");
    private static final ServiceModel WRAPPED = Samples.service("""
            {"service": "sample", "metadata": {"protocol": "query", "apiVersion": "2020-01-01"},
             "operations": {"Do": {"http": {"requestUri": "/"}, "input": {"shape": "Input"},
                                   "output": {"shape": "Output", "resultWrapper": "DoResult"}}},
             "shapes": {%s}}
            """.formatted(SHAPES));
    private static final ServiceModel EC2 = Samples.service("ec2", "ec2", "", """
            "Input": {"type": "structure", "members": {
                "names": {"shape": "Texts", "locationName": "nameSet", "queryName": "Names"},
                "other": {"shape": "Texts", "locationName": "otherSet"}, "Filters": {"shape": "Texts", "locationName": "Filter"},
                "empty": {"shape": "Texts"}}},
            "Output": {"type": "structure", "members": {
                "Things": {"shape": "Things", "locationName": "thingSet"}, "Empty": {"shape": "Things", "locationName": "noneSet"}}},
            "Things": {"type": "list", "member": {"shape": "Thing", "locationName": "item"}},
            "Thing": {"type": "structure", "members": {"Id": {"shape": "Text", "locationName": "id"}}},
            "Text": {"type": "string"}, "Texts": {"type": "list", "member": {"shape": "Text", "locationName": "item"}}
            """);

    @Test
    void writesAFormOfPaths() {
        WireRequest request = Samples.request(
                WRAPPED,
                Map.of(
                        "Name", "a b&ü",
                        "Count", 7,
                        "On", true,
                        "At", Instant.parse("2024-01-02T03:04:05.5Z"),
                        "Key", new byte[] {1, 2},
                        "Names", List.of("x", "y"),
                        "Flat", List.of("p", "q"),
                        "Tags", Map.of("t", "v"),
                        "Nested", Map.of("Deep", Map.of("Name", "n"))));

        assertThat(form(request))
                .containsExactlyInAnyOrder(
                        "Action=Do",
                        "Version=2020-01-01",
                        "Name=a b&ü",
                        "Count=7",
                        "On=true",
                        "At=2024-01-02T03:04:05.500000Z",
                        "Key=AQI=",
                        "Names.member.1=x",
                        "Names.member.2=y",
                        "One.1=p",
                        "One.2=q",
                        "Tags.entry.1.k=t",
                        "Tags.entry.1.value=v",
                        "Nested.Deep.Name=n",
                        "Token=token-1");
        assertThat(request.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }

    @Test
    void writesAnEmptyListAsAnEmptyValue() {
        assertThat(form(Samples.request(WRAPPED, Map.of("Name", "n", "Names", List.of()))))
                .contains("Names=");
    }

    @Test
    void namesMembersOfEc2ByQueryNameOrCapitalisedLocation() {
        WireRequest request = Samples.request(
                EC2, Map.of("names", List.of("a"), "other", List.of("b"), "Filters", List.of("c"), "empty", List.of()));

        assertThat(form(request))
                .containsExactlyInAnyOrder(
                        "Action=Do", "Version=2020-01-01", "Names.1=a", "OtherSet.1=b", "Filter.1=c");
    }

    @Test
    void refusesInputThatTheModelLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(QUERY, Map.of("Name", "n", "Nmae", "m")))
                .withMessageStartingWith("sample Do: there is no member Nmae; there are [Name, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(QUERY, Map.of()))
                .withMessage("sample Do: Name is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(QUERY, Map.of("Name", "n", "Count", "7")))
                .withMessage("sample Do: Count must be a whole number: '7'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(QUERY, Map.of("Name", "n", "Names", List.of("x", 1))))
                .withMessage("sample Do: Names[1] must be a text: '1'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(QUERY, Map.of("Name", "", "Count", 5)))
                .withMessage("sample Do: Name must be at least 1 characters: ''");
    }

    @Test
    void readsEveryFormInsideTheWrapper() throws IOException {
        String body = """
                <?xml version="1.0"?>
                <!-- a remark -->
                <DoResponse xmlns="https://sample/">
                  <DoResult>
                    <theName>a &lt;b&gt; &#252; <![CDATA[<c>]]></theName><Count> 007 </Count><On>true</On>
                    <Ratio>1.50</Ratio><At>2024-01-02T03:04:05.120Z</At><Key>AQI=</Key>
                    <Names><member>x</member><member/></Names>
                    <One>p</One><Unknown><deep/></Unknown><One>q</One>
                    <Tags><entry><k>t</k><value>v</value></entry><entry><value>w</value><k>u</k></entry></Tags>
                    <Nested><Deep><Name>n</Name></Deep></Nested>
                  </DoResult>
                  <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
                </DoResponse>
                """;

        assertThat(Samples.decode(WRAPPED, body))
                .isEqualTo(
                        "{\"Name\":\"a <b> ü <c>\",\"Count\":7,\"On\":true,\"Ratio\":1.50,"
                                + "\"At\":\"2024-01-02T03:04:05.120000+00:00\",\"Key\":\"AQI=\",\"Names\":[\"x\",\"\"],"
                                + "\"Flat\":[\"p\",\"q\"],\"Tags\":{\"t\":\"v\",\"u\":\"w\"},\"Nested\":{\"Deep\":{\"Name\":\"n\"}}}");
    }

    @Test
    void readsEc2WithoutWrapperAndKeepsEmptyLists() throws IOException {
        String body = "<R><requestId>r</requestId><thingSet><item><id>i-1</id></item><item/></thingSet><noneSet/></R>";

        assertThat(Samples.decode(EC2, body)).isEqualTo("{\"Things\":[{\"Id\":\"i-1\"},{}],\"Empty\":[]}");
    }

    @Test
    void tellsATruncatedBody() {
        assertThatThrownBy(() -> Samples.decode(EC2, "<R><thingSet><item><id>i-1</id></item>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("the XML is malformed");
        assertThatThrownBy(() -> Samples.decode(WRAPPED, "<DoResponse/>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the answer has no element called 'DoResult'");
    }

    @Test
    void refusesADocumentType() {
        String bomb =
                "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><r><thingSet>&b;</thingSet></r>";

        assertThatThrownBy(() -> Samples.decode(EC2, bomb)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void readsErrorsOfBothDialects() throws IOException {
        ErrorReply query = Protocol.of(WRAPPED)
                .error(
                        Samples.response(
                                400,
                                Map.of("Retry-After", List.of("3")),
                                "<ErrorResponse><Error><Type>Sender</Type><Code>Nope</Code><Message>not so</Message></Error></ErrorResponse>"));
        ErrorReply ec2 = Protocol.of(EC2)
                .error(
                        Samples.response(
                                400,
                                Map.of(),
                                "<Response><Errors><Error><Code>Bad.Id</Code><Message>m</Message></Error></Errors><RequestID>1</RequestID></Response>"));

        assertThat(query)
                .isEqualTo(new ErrorReply(
                        400,
                        "Nope",
                        "not so",
                        ErrorReply.Form.MODELED,
                        java.util.Optional.of(java.time.Duration.ofSeconds(3)),
                        Map.of("Type", "Sender")));
        assertThat(ec2.code()).isEqualTo("Bad.Id");
    }

    @Test
    void takesTheStatusWhereTheBodySaysNothing() throws IOException {
        ErrorReply html = Protocol.of(EC2)
                .error(Samples.response(500, Map.of(), "<!DOCTYPE html><html><body>oops</body></html>"));
        ErrorReply empty = Protocol.of(EC2).error(Samples.response(404, Map.of(), ""));

        assertThat(html.form()).isEqualTo(ErrorReply.Form.HTML);
        assertThat(html.code()).isEqualTo("500");
        assertThat(html.message()).isEqualTo("Internal Server Error");
        assertThat(empty.form()).isEqualTo(ErrorReply.Form.EMPTY);
        assertThat(empty.message()).isEqualTo("Not Found");
    }

    private static List<String> form(WireRequest request) {
        return Arrays.stream(Samples.body(request).split("&"))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .toList();
    }
}
