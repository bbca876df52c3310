package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A company as large as one likes: the same accounts and resources each time, some of them other ones at a later look. */
record Company(int accounts, int resourcesInEach) {
    static final ResourceType INSTANCE = new ResourceType("AWS::EC2::Instance");
    private static final List<ResourceType> TYPES = List.of(
            INSTANCE,
            new ResourceType("AWS::EC2::Volume"),
            new ResourceType("AWS::EC2::SecurityGroup"),
            new ResourceType("AWS::EC2::NetworkInterface"),
            new ResourceType("AWS::IAM::Role"),
            new ResourceType("AWS::S3::Bucket"),
            new ResourceType("AWS::Lambda::Function"),
            new ResourceType("AWS::SQS::Queue"),
            new ResourceType("AWS::SNS::Topic"),
            new ResourceType("AWS::KMS::Key"));
    static final List<String> REGIONS =
            List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-1", "ap-northeast-1");
    private static final List<String> SIZES = List.of("t3.micro", "t3.large", "m6i.large", "m6i.2xlarge", "r6g.xlarge");
    private static final List<String> TEAMS = List.of("payments", "search", "platform", "data", "mobile", "growth");
    private static final int EVERY = 20;
    private static final int ABROAD = 3;
    private static final int NOWHERE = 13;
    private static final Instant LONG_AGO = Instant.parse("2022-01-01T00:00:00Z");

    AccountId account(int number) {
        return new AccountId("%012d".formatted(100_000_000_000L + number));
    }

    List<AccountId> all() {
        return IntStream.range(0, accounts).mapToObj(this::account).toList();
    }

    /** What a look at an account finds; at each look after the first, one resource in a hundred is another one than before. */
    void look(int account, int look, Instant now, FactSink sink) {
        Optional<Uid> before = Optional.empty();
        for (int i = 0; i < resourcesInEach; i++) {
            Resource resource = resource(account, i, i % 100 == look % 100 ? look : 0, now);
            sink.resource(resource);
            edge(account, i, resource, before, now).ifPresent(sink::edge);
            before = Optional.of(resource.identity().uid());
        }
        for (ResourceType type : TYPES) {
            for (String region : REGIONS) {
                sink.coverage(new Coverage(
                        new Coverage.Area(account(account).value(), region, Optional.of(type)),
                        Coverage.Status.LOOKED,
                        Coverage.Reason.NONE,
                        resourcesInEach / TYPES.size() / REGIONS.size(),
                        now));
            }
        }
    }

    /** To the one before; of a hundred five into another account, and five to what nobody knows. */
    private Optional<Edge> edge(int account, int number, Resource from, Optional<Uid> before, Instant now) {
        return switch (number % EVERY) {
            case ABROAD -> {
                Resource.Identity to =
                        resource((account + 1) % accounts, number, 0, now).identity();
                yield Optional.of(dangling(
                        from, to.arn().orElseThrow(), to.place().account().value()));
            }
            case NOWHERE -> Optional.of(dangling(from, "arn:aws:iam::aws:policy/nobodys-" + number, "aws"));
            default ->
                before.map(uid -> new Edge(
                        link(
                                from,
                                uid.value(),
                                from.identity().place().account().value()),
                        before,
                        from.identity().place().account().value()));
        };
    }

    private static Edge dangling(Resource from, String arn, String account) {
        return new Edge(link(from, arn, account), Optional.empty(), account);
    }

    private static Link link(Resource from, String to, String account) {
        var target = new Link.Target(
                Optional.empty(), to, account, from.identity().place().region());
        return new Link(from.identity().uid(), "uses", target, "Uses");
    }

    private Resource resource(int account, int number, int version, Instant now) {
        var random = new SplittableRandom(account * 1_000_003L + number);
        ResourceType type = TYPES.get(number % TYPES.size());
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        String id = "r-%017x".formatted(random.nextLong() >>> 1);
        var place = new Resource.Place("aws", account(account), region);
        Json.Obj config = config(type, id, version, random);
        return new Resource(
                new Resource.Identity(
                        Uid.of(new Uid.Parts("aws", place.account().value(), region, type, id, "")),
                        type,
                        place,
                        id,
                        Optional.of("arn:aws:%s:%s:%s:%s".formatted(type.service(), region, place.account(), id)),
                        "%s-%05d".formatted(TEAMS.get(random.nextInt(TEAMS.size())), random.nextInt(100_000))),
                traits(random),
                new Resource.Looked(
                        now,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Versions("1", "1")),
                config,
                Digest.hex(new JsonBytes(1024).canonical(config)));
    }

    private static Resource.Traits traits(SplittableRandom random) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("team", TEAMS.get(random.nextInt(TEAMS.size())));
        tags.put("env", random.nextInt(4) == 0 ? "production" : "staging");
        tags.put("service", "service-" + random.nextInt(400));
        return new Resource.Traits(
                Origin.CUSTOMER,
                Optional.of("running"),
                new Resource.Exposure(random.nextInt(50) == 0 ? Tri.YES : Tri.NO, Tri.UNKNOWN),
                tags,
                Optional.of(LONG_AGO.plus(Duration.ofMinutes(random.nextInt(2_000_000)))),
                new Resource.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Resource.Identifier("ip", address(random)))));
    }

    private static String address(SplittableRandom random) {
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** About as long as what AWS answers of such things: a kilobyte. */
    private static Json.Obj config(ResourceType type, String id, int version, SplittableRandom random) {
        var config = new Members()
                .put("Id", id)
                .put("Kind", type.toString())
                .put("InstanceType", SIZES.get(random.nextInt(SIZES.size())))
                .put("PrivateIpAddress", address(random))
                .put("Version", version);
        for (String part : List.of("Network", "Storage", "Monitoring", "Placement", "Metadata")) {
            config.put(
                    part,
                    new Members()
                            .put("Id", "%s-%016x".formatted(part.toLowerCase(Locale.ROOT), random.nextLong()))
                            .put("Status", random.nextBoolean() ? "attached" : "available")
                            .put("Size", random.nextInt(2000))
                            .put("DeleteOnTermination", random.nextBoolean())
                            .put("AvailabilityZone", "zone-" + random.nextInt(3)));
        }
        return config.json();
    }
}
