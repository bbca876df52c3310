package dev.quarterdeck.local;

import dev.quarterdeck.local.report.Screen;
import dev.quarterdeck.platform.local.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** What the process was started in: streams, environment, clock, terminal. Tests make their own. */
record Shell(PrintWriter out, PrintWriter err, Map<String, String> env, Clock clock, Surroundings surroundings) {

    /** What is looked at only when needed: finding out about a terminal takes longer than a help text. */
    record Surroundings(Supplier<Screen> screen, Interrupts interrupts, Prompt prompt, Knowledge knowledge) {}

    Shell {
        env = Map.copyOf(env);
    }

    Screen screen() {
        return surroundings.screen().get();
    }

    Knowledge knowledge() {
        return surroundings.knowledge();
    }

    /** Where this person's key, and later the workspace, is kept. */
    Home home() {
        String home = env.getOrDefault("QUARTERDECK_HOME", "");
        return new Home(home.isEmpty() ? userHome().resolve(".quarterdeck") : Path.of(home));
    }

    Path userHome() {
        return Path.of(env.getOrDefault("HOME", System.getProperty("user.home", ".")));
    }

    boolean debugs() {
        return env.getOrDefault("QUARTERDECK_DEBUG", "").equals("1");
    }
}
