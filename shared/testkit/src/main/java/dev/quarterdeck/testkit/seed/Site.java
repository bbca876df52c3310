package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.Map;

/** One account in one region: what every part of the seed asks through, and where names come from. */
final class Site {
    private final AwsApi api;
    private final Access access;
    private final Tenant tenant;
    private final String region;

    Site(AwsApi api, Access access, Tenant tenant, String region) {
        this.api = api;
        this.access = access;
        this.tenant = tenant;
        this.region = region;
    }

    /** Asks, and fails loudly: what the seed cannot plant must not be missing quietly. */
    Reply ask(String service, String operation, Map<String, ?> input) {
        var sink = new ReplySink();
        var answer = api.call(Call.of(service, operation, input, access, region), sink);
        if (answer instanceof Answer.Failure failure) {
            throw new IllegalStateException(
                    "%s %s in %s %s: %s".formatted(service, operation, tenant.name(), region, failure));
        }
        return sink.reply();
    }

    Site in(String otherRegion) {
        return new Site(api, access, tenant, otherRegion);
    }

    Tenant tenant() {
        return tenant;
    }

    String region() {
        return region;
    }

    String account() {
        return tenant.id();
    }

    String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, account(), resource);
    }

    String globalArn(String service, String resource) {
        return "arn:aws:%s::%s:%s".formatted(service, account(), resource);
    }

    /** A name that no other site has, for what is named in one space world-wide. */
    String worldName(String name) {
        return "tidewater-%s-%s-%s".formatted(tenant.name(), name, region);
    }
}
