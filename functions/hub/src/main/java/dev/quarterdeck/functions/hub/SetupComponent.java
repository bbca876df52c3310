package dev.quarterdeck.functions.hub;

import dagger.BindsInstance;
import dagger.Component;
import dev.quarterdeck.edge.hub.Hub;
import jakarta.inject.Singleton;

/** The object graph behind {@link SetupHandler}. */
@Singleton
@Component(modules = HubModule.class)
interface SetupComponent {
    Hub hub();

    @Component.Factory
    interface Factory {
        SetupComponent create(@BindsInstance Hub.Platform platform);
    }
}
