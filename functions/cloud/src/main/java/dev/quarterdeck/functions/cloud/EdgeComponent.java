package dev.quarterdeck.functions.cloud;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.EmfTelemetry;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Origins;
import dev.quarterdeck.edge.hub.Hub;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The object graph behind the functions that answer the API. */
@Singleton
@Component(modules = {HubModule.class, EdgeComponent.Front.class})
interface EdgeComponent {
    Turn turn();

    @Component.Factory
    interface Factory {
        EdgeComponent create(@BindsInstance HubConfig config, @BindsInstance Hub.Platform platform);
    }

    /** The edge, as API Gateway's functions host it. */
    @Module
    interface Front {
        @Provides
        static HttpEdge edge(Hub hub, HubConfig config, Hub.Platform platform) {
            var origins = new Origins(Set.of(config.host()), Set.of("https://" + config.host()));
            return hub.edge(new Hub.Front(
                    new HttpEdge.Place(origins, Cookies.overTls()),
                    UnaryOperator.identity(),
                    new EmfTelemetry(System.out::println, platform.clock()),
                    () -> "# figures are in CloudWatch, namespace Quarterdeck\n",
                    Optional.empty()));
        }
    }
}
