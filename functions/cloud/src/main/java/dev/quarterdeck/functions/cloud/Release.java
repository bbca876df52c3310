package dev.quarterdeck.functions.cloud;

import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/** Which build this is. */
final class Release {
    private Release() {}

    static HubApi.Build shipped() {
        try (InputStream version = shipped("version.properties");
                InputStream catalog = shipped("/META-INF/quarterdeck/catalog.idx")) {
            var properties = new Properties();
            properties.load(version);
            return new HubApi.Build(
                    properties.getProperty("version"),
                    HexFormat.of().formatHex(Digest.sha256(catalog.readAllBytes()), 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException("this build does not say what it is", e);
        }
    }

    private static InputStream shipped(String name) {
        return Objects.requireNonNull(Release.class.getResourceAsStream(name), name);
    }
}
