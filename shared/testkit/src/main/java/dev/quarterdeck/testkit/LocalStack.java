package dev.quarterdeck.testkit;

import java.net.URI;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container: another maker's idea of the services that {@link MiniStack} plays. Its image asks for a token. */
public final class LocalStack implements HubPlatform {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.12.0");
    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";
    private static final int PORT = 4566;

    private final GenericContainer<?> container;

    private LocalStack(GenericContainer<?> container) {
        this.container = container;
    }

    /** Starts it and returns when it takes requests. */
    public static LocalStack start() {
        String token = Objects.requireNonNull(System.getenv(TOKEN), "LocalStack's image wants a token in " + TOKEN);
        var container = new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .withEnv(TOKEN, token)
                .waitingFor(Wait.forHttp("/_localstack/health").forPort(PORT));
        container.start();
        return new LocalStack(container);
    }

    @Override
    public URI endpoint() {
        return URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
    }

    @Override
    public void close() {
        container.close();
    }
}
