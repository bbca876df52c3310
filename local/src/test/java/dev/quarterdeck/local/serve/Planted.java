package dev.quarterdeck.local.serve;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.hub.Intake;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scan saw in one account: queues of these names, and what it says of its looking. */
record Planted(String account, Instant at, List<String> queues, List<Coverage> coverage) {
    static final ResourceType QUEUE = new ResourceType("AWS::SQS::Queue");
    static final ResourceType SECRET = new ResourceType("AWS::SecretsManager::Secret");
    static final String REGION = "eu-west-1";

    static Planted queues(String account, Instant at, List<String> names) {
        var looked = new Coverage(area(account, QUEUE), Coverage.Status.LOOKED, Coverage.Reason.NONE, names.size(), at);
        return new Planted(account, at, names, List.of(looked));
    }

    Planted butNotSecrets() {
        var all = new ArrayList<>(coverage);
        var reason = new Coverage.Reason("no", Optional.empty(), Optional.of("secretsmanager:ListSecrets"));
        all.add(new Coverage(area(account, SECRET), Coverage.Status.DENIED, reason, 0, at));
        return new Planted(account, at, queues, all);
    }

    private static Coverage.Area area(String account, ResourceType type) {
        return new Coverage.Area(account, REGION, Optional.of(type));
    }

    void into(Intake intake, String scan) throws IOException {
        try (var looks = intake.begin(scan, Map.of())) {
            queues.forEach(name -> looks.resource(queue(name)));
            coverage.forEach(looks::coverage);
            intake.publish(scan, looks.finish());
        }
    }

    Resource queue(String name) {
        var config = (Json.Obj) Json.parse("{\"Attributes\":{\"DelaySeconds\":%d}}".formatted(name.length()));
        return new Resource(
                new Resource.Identity(
                        Uid.of(new Uid.Parts("aws", account, REGION, QUEUE, name, "")),
                        QUEUE,
                        new Resource.Place("aws", new AccountId(account), REGION),
                        name,
                        Optional.of("arn:aws:sqs:%s:%s:%s".formatted(REGION, account, name)),
                        name),
                new Resource.Traits(
                        Origin.CUSTOMER,
                        Optional.empty(),
                        new Resource.Exposure(Tri.NO, Tri.UNKNOWN),
                        new LinkedHashMap<>(Map.of("Owner", name)),
                        Optional.empty(),
                        new Resource.Details(Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                new Resource.Looked(
                        at,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Versions("c1", "m1")),
                config,
                "%064x".formatted(config.text().hashCode() & 0xffffffffL));
    }
}
