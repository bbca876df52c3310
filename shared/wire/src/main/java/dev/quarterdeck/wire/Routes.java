package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.WireRequest;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Says where a request goes: endpoint table, S3's buckets and where they turned out to live, endpoint override. */
final class Routes {
    private final Endpoints endpoints;
    private final WireSettings.Where where;
    private final ConcurrentMap<String, String> bucketRegions = new ConcurrentHashMap<>();

    Routes(Endpoints endpoints, WireSettings.Where where) {
        this.endpoints = endpoints;
        this.where = where;
    }

    /** The result of asking for a route. */
    sealed interface Route {
        /** {@code at} is scheme, host and port; {@code path} is encoded and goes behind it. */
        record Found(URI at, String path, Endpoint.Found signing) implements Route {}

        record Refused(String message) implements Route {}
    }

    Route find(Call call, WireRequest request) {
        String region = bucket(call).map(bucketRegions::get).orElse(call.region());
        Optional<URI> override = where.override(call.service());
        boolean overridden = override.isPresent();
        return switch (endpoints.find(
                call.service(), region, where.fips() && !overridden, where.dualStack() && !overridden)) {
            case Endpoint.Refused(String message) -> new Route.Refused(message);
            case Endpoint.Found found ->
                override.<Route>map(at -> overridden(at, request, found)).orElseGet(() -> onAws(call, request, found));
        };
    }

    /** Whether a host that does not resolve means that the service is not there. */
    boolean lists(Call call) {
        return where.override(call.service()).isPresent() || endpoints.lists(call.service(), call.region());
    }

    /** S3 named the region of the call's bucket; true if that is news. */
    boolean learn(Call call, Route.Found asked, String region) {
        Optional<String> bucket = bucket(call);
        bucket.ifPresent(name -> bucketRegions.put(name, region));
        return bucket.isPresent() && !asked.signing().signingRegion().equals(region);
    }

    private static Route overridden(URI at, WireRequest request, Endpoint.Found found) {
        String base = Optional.ofNullable(at.getRawPath()).orElse("").replaceFirst("/$", "");
        return new Route.Found(at, base + request.path(), found);
    }

    private static Route onAws(Call call, WireRequest request, Endpoint.Found found) {
        // The answer to where a bucket is must not depend on its own host being reachable.
        Optional<String> bucket = bucket(call).filter(_ -> !call.operation().equals("GetBucketLocation"));
        if (bucket.isEmpty()) {
            return new Route.Found(URI.create("https://" + request.hostPrefix() + found.host()), request.path(), found);
        }
        return switch (S3Endpoints.place(found, bucket.get(), request.path())) {
            case S3Endpoints.Place.Refused(String message) -> new Route.Refused(message);
            case S3Endpoints.Place.Found(Endpoint.Found own, String path) ->
                new Route.Found(URI.create("https://" + own.host()), path, own);
        };
    }

    private static Optional<String> bucket(Call call) {
        return call.service().equals("s3") && call.input().get("Bucket") instanceof String bucket
                ? Optional.of(bucket)
                : Optional.empty();
    }
}
