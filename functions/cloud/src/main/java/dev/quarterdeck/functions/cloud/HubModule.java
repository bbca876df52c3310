package dev.quarterdeck.functions.cloud;

import dagger.Module;
import dagger.Provides;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.identity.SessionRules;
import jakarta.inject.Singleton;

/** The hub that all of these functions are parts of. */
@Module
interface HubModule {
    @Provides
    @Singleton
    static Hub hub(Hub.Platform platform) {
        return new Hub(platform, new Hub.Settings(Release.shipped(), "live", SessionRules.DEFAULT));
    }
}
