package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlersTest {
    private static final String TEXT = "\"Text\": {\"type\": \"string\"}, \"Bytes\": {\"type\": \"blob\"}";

    private static ServiceModel service(String name, String protocol, String operation, String uri, String shapes) {
        return Samples.service("""
                {"service": "%s", "metadata": {"protocol": "%s", "apiVersion": "2020-01-01", "targetPrefix": "T", "jsonVersion": "1.0"},
                 "operations": {"%s": {"http": {"method": "GET", "requestUri": "%s"},
                    "input": {"shape": "Input"}, "output": {"shape": "Output"}}},
                 "shapes": {%s, %s}}
                """.formatted(name, protocol, operation, uri, shapes, TEXT));
    }

    private static String members(String shape, String... names) {
        return "\"%s\": {\"type\": \"structure\", \"members\": {%s}}"
                .formatted(
                        shape,
                        String.join(
                                ",",
                                List.of(names).stream()
                                        .map(n -> "\"%s\": {\"shape\": \"Text\"}".formatted(n))
                                        .toList()));
    }

    @Test
    void decodesIamPoliciesAndLeavesOtherTextsAlone() throws IOException {
        ServiceModel iam = service(
                "iam",
                "query",
                "GetRole",
                "/",
                members("Input")
                        + ", \"Output\": {\"type\": \"structure\", \"members\": {\"A\": {\"shape\": \"policyDocumentType\"},"
                        + " \"B\": {\"shape\": \"policyDocumentType\"}, \"C\": {\"shape\": \"Text\"}}},"
                        + " \"policyDocumentType\": {\"type\": \"string\"}");

        assertThat(Samples.decode(
                        iam, "<R><A>%7B%22S%22%3A%5B1%2C%22a%20b%22%5D%7D</A><B>not%20json</B><C>%7B%7D</C></R>"))
                .isEqualTo("{\"A\":{\"S\":[1,\"a b\"]},\"B\":\"not%20json\",\"C\":\"%7B%7D\"}");
    }

    @Test
    void decodesTemplatesOfJsonAndLeavesYaml() throws IOException {
        ServiceModel cloudformation =
                Samples.service("""
                {"service": "cloudformation", "metadata": {"protocol": "query", "apiVersion": "1"},
                 "operations": {"GetTemplate": {"http": {}, "output": {"shape": "GetTemplateOutput"}}},
                 "shapes": {%s, %s}}
                """.formatted(members("GetTemplateOutput", "TemplateBody", "Other"), TEXT));

        assertThat(Samples.decode(
                        cloudformation, "<R><TemplateBody>{\"A\": [1.0]}</TemplateBody><Other>{}</Other></R>"))
                .isEqualTo("{\"TemplateBody\":{\"A\":[1.0]},\"Other\":\"{}\"}");
        assertThat(Samples.decode(cloudformation, "<R><TemplateBody>A: 1\nB: {}</TemplateBody></R>"))
                .isEqualTo("{\"TemplateBody\":\"A: 1\\nB: {}\"}");
    }

    @Test
    void decodesConsoleOutput() throws IOException {
        ServiceModel ec2 = Samples.service("""
                {"service": "ec2", "metadata": {"protocol": "ec2", "apiVersion": "1"},
                 "operations": {"GetConsoleOutput": {"http": {}, "output": {"shape": "GetConsoleOutputResult"}}},
                 "shapes": {%s, %s}}
                """.formatted(members("GetConsoleOutputResult", "Output"), TEXT));

        assertThat(Samples.decode(ec2, "<R><Output>Ym9vdGVk</Output></R>")).isEqualTo("{\"Output\":\"booted\"}");
    }

    @Test
    void trimsRoute53Ids() {
        ServiceModel route53 = service(
                "route53",
                "rest-xml",
                "GetHostedZone",
                "/zone/{Id}",
                "\"Input\": {\"type\": \"structure\", \"members\": {\"Id\": {\"shape\": \"ResourceId\", \"location\": \"uri\"}}},"
                        + "\"ResourceId\": {\"type\": \"string\"}, " + members("Output"));

        assertThat(Samples.request(route53, Map.of("Id", "/hostedzone/Z1")).path())
                .isEqualTo("/zone/Z1");
    }

    @Test
    void asksApiGatewayForJson() {
        ServiceModel apigateway = service(
                "apigateway", "rest-json", "GetRestApis", "/restapis", members("Input") + ", " + members("Output"));

        assertThat(Samples.request(apigateway, Map.of()).headers()).containsEntry("Accept", "application/json");
    }

    @Test
    void encodesUserData() {
        ServiceModel ec2 =
                service("ec2", "ec2", "RunInstances", "/", members("Input", "UserData") + ", " + members("Output"));

        assertThat(Samples.body(Samples.request(ec2, Map.of("UserData", "#!/bin/sh"))))
                .contains("UserData=IyEvYmluL3No");
    }

    @Test
    void refusesPresignedCopiesBetweenRegions() {
        ServiceModel ec2 =
                service("ec2", "ec2", "CopySnapshot", "/", members("Input", "PresignedUrl") + ", " + members("Output"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(ec2, Map.of()))
                .withMessage("CopySnapshot needs PresignedUrl: presigned copies between regions are not supported");
    }

    @Test
    void decodesListedKeysWhereverTheEncodingStands() throws IOException {
        ServiceModel s3 = service("s3", "rest-xml", "ListObjectsV2", "/{Bucket}?list-type=2", """
                "Input": {"type": "structure", "members": {"Bucket": {"shape": "Text", "location": "uri"},
                    "EncodingType": {"shape": "Text", "location": "querystring", "locationName": "encoding-type"}}},
                "Output": {"type": "structure", "members": {"Prefix": {"shape": "Text"}, "EncodingType": {"shape": "Text"},
                    "Contents": {"shape": "Contents"}, "Name": {"shape": "Text"}}},
                "Contents": {"type": "list", "flattened": true, "member": {"shape": "Object"}},
                "Object": {"type": "structure", "members": {"Key": {"shape": "Text"}, "ETag": {"shape": "Text"}}}
                """);
        String contents = "<Contents><Key>a%2Fb+c</Key><ETag>%2F</ETag></Contents>";

        assertThat(Samples.request(s3, Map.of("Bucket", "b")).query())
                .containsExactly(
                        new WireRequest.Parameter("list-type", "2"), new WireRequest.Parameter("encoding-type", "url"));
        assertThat(Samples.decode(s3, "<R><Prefix>p%2F</Prefix><EncodingType>url</EncodingType>" + contents + "</R>"))
                .isEqualTo(
                        "{\"Prefix\":\"p/\",\"EncodingType\":\"url\",\"Contents\":[{\"Key\":\"a/b c\",\"ETag\":\"%2F\"}]}");
        assertThat(Samples.decode(s3, "<R>" + contents + "<EncodingType>url</EncodingType></R>"))
                .isEqualTo("{\"Contents\":[{\"Key\":\"a/b c\",\"ETag\":\"%2F\"}],\"EncodingType\":\"url\"}");
        assertThat(Samples.decode(s3, "<R><Name>n%2F</Name>" + contents + "</R>"))
                .isEqualTo("{\"Name\":\"n%2F\",\"Contents\":[{\"Key\":\"a%2Fb+c\",\"ETag\":\"%2F\"}]}");
    }

    @Test
    void readsTheBareTextOfALocation() throws IOException {
        ServiceModel s3 = service(
                "s3",
                "rest-xml",
                "GetBucketLocation",
                "/?location",
                members("Input") + ", " + members("Output", "LocationConstraint"));

        assertThat(Samples.decode(s3, "<LocationConstraint xmlns=\"urn:s3\">eu-west-1</LocationConstraint>"))
                .isEqualTo("{\"LocationConstraint\":\"eu-west-1\"}");
        assertThat(Samples.decode(s3, "<LocationConstraint/>")).isEqualTo("{\"LocationConstraint\":null}");
    }

    @Test
    void keepsAnExpiresThatIsNoTime() throws IOException {
        ServiceModel s3 = service(
                "s3",
                "rest-xml",
                "HeadObject",
                "/",
                members("Input")
                        + ", \"Output\": {\"type\": \"structure\", \"members\": {\"Expires\": {\"shape\": \"Expires\","
                        + " \"location\": \"header\", \"locationName\": \"Expires\"}}}, \"Expires\": {\"type\": \"timestamp\"}");

        assertThat(Samples.decode(s3, Samples.response(200, Map.of("Expires", List.of("0")), "")))
                .isEqualTo("{\"ExpiresString\":\"0\",\"Expires\":\"1970-01-01T00:00:00+00:00\"}");
        assertThat(Samples.decode(s3, Samples.response(200, Map.of("Expires", List.of("never")), "")))
                .isEqualTo("{\"ExpiresString\":\"never\"}");
    }

    @Test
    void checksWhatS3WouldMisread() {
        ServiceModel s3 = service(
                "s3",
                "rest-xml",
                "PutObject",
                "/{Bucket}",
                "\"Input\": {\"type\": \"structure\", \"members\": {\"Bucket\": {\"shape\": \"Text\", \"location\": \"uri\"},"
                        + " \"Metadata\": {\"shape\": \"Map\", \"location\": \"headers\", \"locationName\": \"x-amz-meta-\"},"
                        + " \"SSECustomerKey\": {\"shape\": \"Text\", \"location\": \"header\"},"
                        + " \"SSECustomerKeyMD5\": {\"shape\": \"Text\", \"location\": \"header\"}}},"
                        + " \"Map\": {\"type\": \"map\", \"key\": {\"shape\": \"Text\"}, \"value\": {\"shape\": \"Text\"}}, "
                        + members("Output"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(s3, Map.of("Bucket", "a/b\n")))
                .withMessage("s3 PutObject: Bucket is no bucket name: 'a/b\n'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(s3, Map.of("Bucket", "b", "Metadata", Map.of("k", "ü"))))
                .withMessage("s3 PutObject: Metadata.k must be ASCII: 'ü'");
        assertThat(Samples.request(s3, Map.of("Bucket", "b", "SSECustomerKey", "secret"))
                        .headers())
                .isEqualTo(Map.of("SSECustomerKey", "c2VjcmV0", "SSECustomerKeyMD5", "Xr4ilOzQ4PCOq3aQ0qbuaQ=="));
    }

    @Test
    void acceptsEc2sFilterByItsBetterName() {
        ServiceModel ec2 =
                service("ec2", "ec2", "DescribeThings", "/", members("Input", "Filter") + ", " + members("Output"));

        assertThat(Samples.body(Samples.request(ec2, Map.of("Filters", "f")))).contains("Filter=f");
    }

    @Test
    void putsAccountsInFrontOfHosts() {
        ServiceModel s3control = Samples.service("""
                {"service": "s3control", "metadata": {"protocol": "rest-xml", "apiVersion": "1"},
                 "operations": {"Do": {"http": {"requestUri": "/x"}, "endpoint": {"hostPrefix": "{AccountId}."},
                    "input": {"shape": "Input"}}},
                 "shapes": {"Input": {"type": "structure", "required": ["AccountId"], "members": {"AccountId": {"shape": "Text",
                    "hostLabel": true, "location": "header", "locationName": "x-amz-account-id"}}}, %s}}
                """.formatted(TEXT));

        assertThat(Samples.request(s3control, Map.of("AccountId", "123456789012"))
                        .hostPrefix())
                .isEqualTo("123456789012.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.request(s3control, Map.of("AccountId", "evil.example/")))
                .withMessageContaining("must have letters, digits, hyphens and dots only: 'evil.example/'");
    }

    @Test
    void addsChecksums() {
        ServiceModel s3 = Samples.service("""
                {"service": "s3", "metadata": {"protocol": "rest-xml", "apiVersion": "1"},
                 "operations": {"Put": {"http": {"method": "PUT", "requestUri": "/x"}, "input": {"shape": "Input"},
                    "httpChecksum": {"requestAlgorithmMember": "Algorithm", "requestChecksumRequired": true}}},
                 "shapes": {"Input": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "Bytes"},
                    "Algorithm": {"shape": "Text", "location": "header", "locationName": "x-amz-sdk-checksum-algorithm"}}}, %s}}
                """.formatted(TEXT));

        assertThat(Samples.request(s3, Map.of("Body", "hello")).headers())
                .isEqualTo(Map.of("x-amz-checksum-crc32", "NhCmhg==", "x-amz-sdk-checksum-algorithm", "CRC32"));
        assertThat(Samples.request(s3, Map.of("Body", "hello", "Algorithm", "SHA256"))
                        .headers())
                .isEqualTo(Map.of(
                        "x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
                        "x-amz-sdk-checksum-algorithm", "SHA256"));
    }
}
