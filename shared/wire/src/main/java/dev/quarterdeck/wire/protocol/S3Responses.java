package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Operation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** S3's answers, with what its model cannot say: the location is a bare text, listed keys are percent-encoded. */
final class S3Responses implements ResponseFormat {
    private static final Map<String, Set<String>> ENCODED = Map.of(
            "ListObjects",
            Set.of("Delimiter", "Marker", "NextMarker", "Contents.Key", "CommonPrefixes.Prefix"),
            "ListObjectsV2",
            Set.of("Delimiter", "Prefix", "StartAfter", "Contents.Key", "CommonPrefixes.Prefix"),
            "ListObjectVersions",
            Set.of(
                    "KeyMarker",
                    "NextKeyMarker",
                    "Prefix",
                    "Delimiter",
                    "Versions.Key",
                    "DeleteMarkers.Key",
                    "CommonPrefixes.Prefix"));

    private final RestXmlResponses usual;

    S3Responses(RestXmlResponses usual) {
        this.usual = usual;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.name().equals("GetBucketLocation")) {
            return location(response, out);
        }
        Set<String> encoded = ENCODED.get(operation.name());
        return usual.read(operation, response, encoded == null ? out : new ListedKeys(out, encoded));
    }

    private static Decoded location(WireResponse response, JsonSink out) throws IOException {
        Optional<XmlCursor> in = RestXmlResponses.open(response.body());
        if (in.isPresent() && in.get().name().equals("Error")) {
            return new Decoded.Refused(XmlErrors.read(in.get(), response));
        }
        String location = in.isPresent() ? in.get().text() : "";
        if (in.isPresent()) {
            in.get().finish();
        }
        out.beginObject();
        out.name("LocationConstraint");
        if (location.isEmpty()) {
            out.nothing();
        } else {
            out.string(location);
        }
        out.endObject();
        return new Decoded.Whole(0);
    }
}
