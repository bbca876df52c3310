package dev.quarterdeck.functions.broker;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.wire.WireSettings;
import java.time.Clock;
import java.util.function.Consumer;

/** The object graph behind {@link BrokerHandler}. */
@Component(modules = BrokerComponent.Desk.class)
interface BrokerComponent {
    Counter counter();

    static Counter on(BrokerConfig config, WireSettings settings) {
        return DaggerBrokerComponent.factory()
                .create(config, Platform.inTheCloud(config, settings))
                .counter();
    }

    @Component.Factory
    interface Factory {
        BrokerComponent create(@BindsInstance BrokerConfig config, @BindsInstance Platform platform);
    }

    @Module
    interface Desk {
        @Provides
        static Broker broker(Platform platform, BrokerConfig config) {
            return new Broker(
                    new Revocations(platform.table()),
                    platform.api(),
                    Broker.Self.inTheCloud(config.region()),
                    platform.clock());
        }

        @Provides
        static Clock clock(Platform platform) {
            return platform.clock();
        }

        @Provides
        static Consumer<String> log() {
            return System.out::println;
        }
    }
}
