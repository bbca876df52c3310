package dev.quarterdeck.wire;

import java.util.regex.Pattern;

/** Where a bucket is asked: in its own virtual host where its name can be one, else by path. Access points are refused. */
public final class S3Endpoints {
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern OTHER_KIND = Pattern.compile(".*--(x-s3|xa-s3|op-s3|ol-s3|table-s3)");

    private S3Endpoints() {}

    /** An endpoint and the request path that goes with it. */
    public sealed interface Place {
        record Found(Endpoint.Found endpoint, String path) implements Place {}

        record Refused(String message) implements Place {}
    }

    /** Moves the bucket from {@code path} ({@code /bucket/key}) into the host, where that is possible. */
    public static Place place(Endpoint.Found service, String bucket, String path) {
        if (bucket.startsWith("arn:") || OTHER_KIND.matcher(bucket).matches()) {
            return new Place.Refused("only general purpose buckets can be asked, not '%s'".formatted(bucket));
        }
        String prefix = "/" + bucket;
        // A dotted name is no host label: its certificate would not match.
        if (!HOST_LABEL.matcher(bucket).matches() || !(path + "/").startsWith(prefix + "/")) {
            return new Place.Found(service, path);
        }
        String rest = path.substring(prefix.length());
        return new Place.Found(
                service.withHost(bucket + "." + service.host()), rest.startsWith("/") ? rest : "/" + rest);
    }
}
