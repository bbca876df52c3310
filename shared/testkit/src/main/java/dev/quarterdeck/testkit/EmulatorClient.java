package dev.quarterdeck.testkit;

import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.Endpoints;
import dev.quarterdeck.wire.WireSettings;
import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ModelIndexWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The product's own client, pointed at an emulator. */
public final class EmulatorClient {
    private EmulatorClient() {}

    public static AwsClient at(URI endpoint, AwsClient.Catalog catalog) {
        return new AwsClient(catalog, settings(endpoint), CallListener.SILENT, Clock.systemUTC());
    }

    /** What an emulator needs: it is no customer's account, so nobody is in the way. */
    public static WireSettings settings(URI endpoint) {
        return WireSettings.standard("testkit")
                .withWhere(WireSettings.Where.at(endpoint))
                .withoutLimits();
    }

    /** The catalog as its sources in the tree say, for modules that are built before it. */
    public static AwsClient.Catalog sourceCatalog() {
        Path catalog = Path.of(System.getProperty("quarterdeck.root", "."), "shared/catalog");
        try (var extracts = Files.list(catalog.resolve("models"));
                var endpoints = Files.newInputStream(catalog.resolve("endpoints.json"))) {
            var writer = new ModelIndexWriter();
            for (Path extract : extracts.sorted().toList()) {
                try (var in = Files.newInputStream(extract)) {
                    writer.add(in);
                }
            }
            return new AwsClient.Catalog(ModelIndex.of(writer.toBytes()), Endpoints.read(endpoints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
