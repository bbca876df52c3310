package dev.quarterdeck.functions.cloud;

import dagger.BindsInstance;
import dagger.Component;
import dev.quarterdeck.edge.hub.Hub;
import jakarta.inject.Singleton;

/** The object graph behind the handlers that need no edge. */
@Singleton
@Component(modules = HubModule.class)
public interface HubComponent {
    Hub hub();

    @Component.Factory
    interface Factory {
        HubComponent create(@BindsInstance Hub.Platform platform);
    }
}
