package dev.quarterdeck.catalog.boto3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quarterdeck.wire.Endpoint;
import dev.quarterdeck.wire.S3Endpoints;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private final Catalogued catalog = Catalogued.compiled();

    @Test
    void everyServiceIsAskedWhereBoto3AsksIt() throws IOException {
        Tally tally = new Tally();
        Boto3.says(
                line -> tally.compared(line.get("service").asText(), variant(line), differences(line)),
                "endpoints",
                Boto3.LONG ? 1 : 0);

        tally.covers(catalog.services(List.of("plain", "fips", "dual", "fips+dual")));
        tally.report("endpoints.md", "Endpoints that are botocore's: every service in every region, by variant");
        tally.agrees();
    }

    @Test
    void everyBucketIsAskedWhereBoto3AsksIt() {
        Tally tally = new Tally();
        Boto3.says(line -> tally.compared(line.get("bucket").asText(), variant(line), addresses(line)), "buckets");
        tally.agrees();
    }

    private static String variant(JsonNode line) {
        boolean dual = line.get("dualStack").asBoolean();
        return line.get("fips").asBoolean() ? dual ? "fips+dual" : "fips" : dual ? "dual" : "plain";
    }

    private List<String> differences(JsonNode line) {
        String region = line.get("region").asText();
        return switch (find(line, line.get("service").asText())) {
            case Endpoint.Refused(String message) ->
                line.has("refused") ? List.of() : List.of(region + ": only we refuse: " + message);
            case Endpoint.Found ours -> {
                Endpoint.Found boto3 = new Endpoint.Found(
                        line.path("host").asText(),
                        line.path("signingRegion").asText(),
                        line.path("signingName").asText());
                yield ours.equals(boto3) ? List.of() : List.of(region + ": " + line + " but we have " + ours);
            }
        };
    }

    private Endpoint find(JsonNode line, String service) {
        return catalog.endpoints()
                .find(
                        service,
                        line.get("region").asText(),
                        line.get("fips").asBoolean(),
                        line.get("dualStack").asBoolean());
    }

    private List<String> addresses(JsonNode line) {
        String bucket = line.get("bucket").asText();
        Map<String, String> input =
                Map.of("Bucket", bucket, "Key", line.get("key").asText());
        String path = catalog.protocol("s3")
                .request(catalog.service("s3").operation("HeadObject"), input)
                .path();
        String boto3 = line.get("url").asText();
        return switch (S3Endpoints.place((Endpoint.Found) find(line, "s3"), bucket, path)) {
            case S3Endpoints.Place.Refused(String message) -> List.of("only we refuse: " + message);
            case S3Endpoints.Place.Found(Endpoint.Found endpoint, String rest) -> {
                String ours = "https://" + endpoint.host() + rest;
                yield ours.equals(boto3) ? List.of() : List.of("boto3 asks " + boto3 + ", we " + ours);
            }
        };
    }
}
