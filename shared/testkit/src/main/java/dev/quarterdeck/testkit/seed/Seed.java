package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Plants the whole estate, one call after another, so that equal seeds of an emulator give equal ids. */
public final class Seed {
    private static final String HOME = "us-east-1";

    private final AwsApi api;
    private final AtomicInteger calls = new AtomicInteger();

    public Seed(AwsApi api) {
        this.api = counted(api);
    }

    /** Plants this many accounts of the organization in these regions. The emulator must be empty and not enforcing. */
    public Estate plant(int accounts, List<String> regions) {
        var management = new Access(
                "aws",
                "",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7SEEDER0", "seed")));
        var tenants = new Organization(api, management, HOME).plant(accounts);
        var homes = tenants.stream().map(tenant -> home(management, tenant)).toList();
        var hub = new Hub(homes.getFirst());
        var key = hub.user();
        var entrances = new ArrayList<Estate.Entrance>();
        for (Site home : homes) {
            new Identities(home).plant();
            entrances.add(hub.entrance(home));
            regions.forEach(region -> plantRegion(home.in(region)));
            plantAccount(home.in(regions.getFirst()));
        }
        return new Estate(
                key.text("AccessKey.AccessKeyId"),
                key.text("AccessKey.SecretAccessKey"),
                entrances,
                regions,
                calls.get());
    }

    private Site home(Access management, Tenant tenant) {
        if (tenant.isManagement()) {
            return new Site(api, management, tenant, HOME);
        }
        var door = new Site(api, management, tenant, HOME);
        var keys = door.ask(
                "sts",
                "AssumeRole",
                Map.of(
                        "RoleArn",
                        door.globalArn("iam", "role/OrganizationAccountAccessRole"),
                        "RoleSessionName",
                        "seed"));
        var credentials = AwsSessionCredentials.create(
                keys.text("Credentials.AccessKeyId"),
                keys.text("Credentials.SecretAccessKey"),
                keys.text("Credentials.SessionToken"));
        return new Site(
                api, new Access("aws", tenant.id(), StaticCredentialsProvider.create(credentials)), tenant, HOME);
    }

    private static void plantRegion(Site site) {
        var keys = new Keys(site).plant();
        new Buckets(site, keys).plant();
        var network = new Network(site).plant();
        new Machines(site, network).plant();
        var doors = new Doors(site, network).plant();
        new Databases(site, network, keys).plant();
        new Messages(site, keys).plant();
        new Functions(site, keys).plant();
        new Secrets(site, keys).plant();
        new Watching(site).plant();
        new Containers(site, network).plant();
        new Stacks(site).plant();
        new Domains(site).internal(network, doors);
        new Mistakes(site).make();
    }

    private static void plantAccount(Site site) {
        if (!site.tenant().isCareless()) {
            new Buckets(site, Map.of()).blockPublicAccess();
        }
        new Domains(site).company();
        new Watching(site).trail();
    }

    private AwsApi counted(AwsApi counting) {
        return new AwsApi() {
            @Override
            public Answer call(Call call, JsonSink sink) {
                calls.incrementAndGet();
                return counting.call(call, sink);
            }

            @Override
            public Answer items(Call call, Paging paging, ItemSink sink) {
                calls.incrementAndGet();
                return counting.items(call, paging, sink);
            }
        };
    }
}
