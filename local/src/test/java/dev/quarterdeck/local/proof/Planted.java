package dev.quarterdeck.local.proof;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.seed.Estate;
import dev.quarterdeck.testkit.seed.Seed;
import dev.quarterdeck.wire.AwsClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The estate, planted once for all proofs of this JVM; from then on moto enforces. */
record Planted(URI endpoint, Estate estate, Duration took, AwsClient.Catalog catalog, TypeCatalog types) {
    static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");
    private static final int ACCOUNTS = 3;
    private static final int IDS = 1;

    private static @Nullable Planted once;

    static synchronized Planted once() {
        var planted = once == null ? plant() : once;
        once = planted;
        return planted;
    }

    private static Planted plant() {
        var moto = MotoServer.start();
        moto.inventFrom(IDS);
        var catalog = AwsClient.Catalog.shipped();
        long start = System.nanoTime();
        try (var client = EmulatorClient.at(moto.endpoint(), catalog)) {
            var estate = new Seed(client).plant(ACCOUNTS, REGIONS);
            moto.enforce();
            return new Planted(
                    moto.endpoint(),
                    estate,
                    Duration.ofNanos(System.nanoTime() - start),
                    catalog,
                    TypeCatalog.shipped());
        }
    }
}
