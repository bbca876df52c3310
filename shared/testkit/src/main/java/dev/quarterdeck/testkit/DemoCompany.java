package dev.quarterdeck.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The demo's company, planted in a moto section by section as {@code demo/estate.yaml} tells it. */
public final class DemoCompany implements AutoCloseable {
    private static final String ESTATE = "demo/estate.yaml";
    private static final Pattern STORY =
            Pattern.compile("story: \\{ judge: (\\w+), what: \"([^\"]+)\", find: \"([^\"]+)\" }");

    private final Process seeder;

    /** Something planted that a judge should find, in the words of docs/demo.md, and what it is found by. */
    public record Story(String judge, String what, String find) {}

    /** All that is told of the company. */
    public static List<Story> stories() {
        try {
            return STORY.matcher(Script.text(ESTATE))
                    .results()
                    .map(it -> new Story(it.group(1), it.group(2), it.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DemoCompany(Process seeder) {
        this.seeder = seeder;
    }

    /** The moto must be empty, have a settable clock and not enforce while something is planted. */
    public static DemoCompany in(MotoServer moto) {
        try {
            var builder = new ProcessBuilder(
                            Python.executable().toString(),
                            "-c",
                            Script.text("demo/demo_seeder.py"),
                            moto.endpoint().toString(),
                            Script.text(ESTATE))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .putAll(Map.of("PYTHONHASHSEED", "0", "TZ", "UTC", "AWS_DISABLE_REQUEST_COMPRESSION", "true"));
            return new DemoCompany(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants one section; returns how many calls were made so far. */
    public int plant(String section) {
        try {
            var in = seeder.outputWriter(UTF_8);
            in.write(section + "\n");
            in.flush();
            String calls = seeder.inputReader(UTF_8).readLine();
            if (calls == null) {
                throw new IllegalStateException("'%s' of the demo's estate could not be planted".formatted(section));
            }
            return Integer.parseInt(calls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        seeder.destroy();
    }
}
