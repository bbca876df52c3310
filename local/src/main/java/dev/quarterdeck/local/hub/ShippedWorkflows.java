package dev.quarterdeck.local.hub;

import dev.quarterdeck.workflows.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The workflows of this build, as Step Functions gets them too. */
final class ShippedWorkflows {
    private static final String FOLDER = "/META-INF/quarterdeck/step-functions/";

    private ShippedWorkflows() {}

    static Workflow read(String name) {
        String file = FOLDER + name + ".asl.json";
        try (InputStream in = Objects.requireNonNull(ShippedWorkflows.class.getResourceAsStream(file), file)) {
            return new Workflow(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the workflow '%s' of this build cannot be read".formatted(name), e);
        }
    }
}
