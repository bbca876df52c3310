package dev.quarterdeck.local;

import dev.quarterdeck.local.report.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The command line in this process, with a home, an environment and streams of its own. */
final class Cli {
    private static final Knowledge KNOWLEDGE = new Knowledge(Cli.class.getClassLoader());

    private final Map<String, String> env = new LinkedHashMap<>();
    private Knowledge knowledge = KNOWLEDGE;
    private Screen screen = Screen.NONE;
    private Interrupts interrupts = _ -> () -> {};
    private Prompt prompt = _ -> Optional.empty();

    Cli(Path home) {
        env.put("HOME", home.toString());
        env.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    Cli with(String variable, String value) {
        env.put(variable, value);
        return this;
    }

    Cli with(Knowledge other) {
        knowledge = other;
        return this;
    }

    Cli with(Screen other) {
        screen = other;
        return this;
    }

    Cli with(Interrupts other) {
        interrupts = other;
        return this;
    }

    Cli at(Prompt other) {
        prompt = other;
        return this;
    }

    Said run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                env,
                Clock.systemUTC(),
                new Shell.Surroundings(() -> screen, interrupts, prompt, knowledge));
        int code = Quarterdeck.run(shell, args);
        return new Said(code, out.toString(), err.toString());
    }
}
