package dev.quarterdeck.local.serve;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.hub.CompanyFile;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.local.hub.TestMeans;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsApi;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A hub in a folder, without profiles or keys of anybody's. */
final class TestHub {
    private TestHub() {}

    static LocalHub open(Path folder, AwsApi aws, SessionRules rules, Optional<CompanyFile> company, Clock clock) {
        var keyring = new Keyring(Map.of(), Profiles.read(Map.of(), folder), aws, clock);
        return LocalHub.open(
                new Home(folder),
                new LocalHub.Surroundings(
                        new HubApi.Build("test", "test"),
                        new LocalHub.Aws(aws, TypeCatalog::shipped, keyring, TestMeans.plain()),
                        new LocalHub.Rules(rules, Retention.USUAL, true),
                        company,
                        clock));
    }
}
