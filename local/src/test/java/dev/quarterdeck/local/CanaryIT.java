package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.JsonText;
import dev.quarterdeck.platform.local.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A secret in every field catalogued as sensitive, through the whole pipeline, and no output that knows of it. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class CanaryIT {
    private static final String TYPES = "META-INF/quarterdeck/types.json";
    private static final Pattern MARKED_BY_MODEL = Pattern.compile("byModel:([^;\"]+);");

    private final TypeCatalog types = new Knowledge(CanaryIT.class.getClassLoader()).types();
    private final Canaries canaries = new Canaries(types, "Old");

    @TempDir
    private Path home;

    @Test
    void noOutputKnowsASecret() throws IOException {
        var moulted = new Canaries(types, "New");
        String said;
        try (var aws = CannedAws.whole(canaries);
                var later = CannedAws.whole(moulted)) {
            said = Stream.of(
                            scan(aws, "--out", facts().toString()),
                            scan(aws, "--output", "json"),
                            scan(aws, "--output", "ndjson"),
                            scan(aws, "--plan"),
                            scan(later, "--compare", facts().toString()),
                            cli().run("find", "FunctionName", "--in", facts().toString()))
                    .map(Said::toString)
                    .reduce("", String::concat);
        }

        assertThat(said).contains("Environment.Variables.key: ", "Facts are in").doesNotContain("fault of Quarterdeck");
        assertThat(canaries.heardIn(said + written())).isEmpty();
        assertThat(moulted.heardIn(said + written())).isEmpty();
        assertThat(unplanted(canaries.spots()))
                .as("sensitive paths that no answer fills")
                .isEmpty();
        String secret = canaries.all().iterator().next().secret();
        assertThat(cli().run("find", secret, "--in", facts().toString()).out()).startsWith("Nothing answers to");
    }

    /** What cannot be decoded is told of, but not quoted. */
    @Test
    void noErrorQuotesASecret() throws IOException {
        String said;
        try (var aws = CannedAws.broken(canaries)) {
            said = scan(aws, "--out", facts().toString()).toString();
        }

        assertThat(written()).contains("MalformedAnswer");
        assertThat(canaries.heardIn(said + written())).isEmpty();
    }

    /** The proof of the proof: each canary is planted where only redaction keeps it quiet. */
    @Test
    void withoutRedactionEveryCanaryIsHeard() throws IOException {
        try (var aws = CannedAws.whole(canaries)) {
            var blind = cli().with(new Knowledge(new Heedless(CanaryIT.class.getClassLoader())));
            scan(blind, aws, "--out", facts().toString());
        }

        Set<String> heard = canaries.heardIn(written());
        assertThat(canaries.spots())
                .allSatisfy(spot -> assertThat(canaries.at(spot)).anyMatch(canary -> heard.contains(canary.bird())));
    }

    @Test
    void aPathThatNobodyFillsIsFound() throws IOException {
        try (var aws = CannedAws.whole(canaries)) {
            scan(aws, "--types", "lambda:function", "--out", facts().toString());
        }

        assertThat(unplanted(List.of("AWS::Lambda::Function Environment.Variables.*", "AWS::Lambda::Function Secret")))
                .containsExactly("AWS::Lambda::Function Secret");
    }

    /** What AWS's own models call sensitive is hashed, or kept for a reason that is written down. */
    @Test
    void whatModelsCallSensitiveIsHashedOrKeptForAReason() throws IOException {
        try (var aws = CannedAws.whole(canaries)) {
            scan(aws, "--out", facts().toString());
        }
        var kept = new TreeSet<String>();
        MARKED_BY_MODEL.matcher(written()).results().forEach(mark -> kept.add(mark.group(1)));

        assertThat(kept).isEqualTo(waived());
    }

    private static Set<String> waived() throws IOException {
        var waived = new TreeSet<String>();
        Path list = Path.of(System.getProperty("quarterdeck.root"), "shared", "catalog", "sensitive.ndjson");
        for (String line : Files.readAllLines(list)) {
            Json.Obj entry = JsonText.object(line);
            assertThat(entry.get("because").map(Json::text).orElse("")).as(line).hasSizeGreaterThan(10);
            waived.add(entry.get("member").map(CanaryIT::plain).orElseThrow());
        }
        return waived;
    }

    private static String plain(Json value) {
        return value instanceof Json.Str(var text) ? text : value.text();
    }

    private List<String> unplanted(Iterable<String> spots) throws IOException {
        byte[] key = new KeyFile(new Home(home.resolve(".quarterdeck"))).read();
        var redaction = new Redaction(KeyFile.id(key), key);
        var facts = new ArrayList<Json.Obj>();
        for (String line : Files.readAllLines(facts().resolve("resources.ndjson"))) {
            facts.add(JsonText.object(line));
        }
        var missing = new ArrayList<String>();
        for (String spot : spots) {
            List<Json> hashes = canaries.at(spot).stream()
                    .map(Canaries.Canary::secret)
                    .flatMap(secret -> Stream.of(secret, Base64.getEncoder().encodeToString(secret.getBytes(UTF_8))))
                    .map(secret -> redaction.of(Json.of(secret)))
                    .toList();
            if (facts.stream().flatMap(fact -> values(spot, fact)).noneMatch(hashes::contains)) {
                missing.add(spot);
            }
        }
        return missing;
    }

    private static Stream<Json> values(String spot, Json.Obj fact) {
        String[] parts = spot.split(" ", -1);
        return fact.get("type").filter(Json.of(parts[0])::equals).isPresent()
                ? fact.get("config").stream()
                        .flatMap(config ->
                                Canaries.valuesAt(FieldPath.parse(parts[1]).steps(), config))
                : Stream.empty();
    }

    /** All that lies in the home folder: facts, key, whatever else was left. */
    private String written() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).map(CanaryIT::text).reduce("", String::concat);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path facts() {
        return home.resolve("facts");
    }

    private Cli cli() {
        return new Cli(home)
                .with("AWS_ACCESS_KEY_ID", "test")
                .with("AWS_SECRET_ACCESS_KEY", "test")
                .with("QUARTERDECK_DEBUG", "1");
    }

    private Said scan(CannedAws aws, String... more) {
        return scan(cli(), aws, more);
    }

    private static Said scan(Cli cli, CannedAws aws, String... more) {
        var words = new ArrayList<>(List.of("scan", "--regions", "eu-west-1", "--endpoint-url", aws.endpoint()));
        words.addAll(List.of(more));
        return cli.run(words.toArray(String[]::new));
    }

    /** The catalog, with nothing called sensitive. */
    private static final class Heedless extends ClassLoader {
        Heedless(ClassLoader parent) {
            super(parent);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            InputStream in = super.getResourceAsStream(name);
            return in == null || !name.equals(TYPES) ? in : heedless(in);
        }

        private static InputStream heedless(InputStream in) {
            try (in) {
                return new ByteArrayInputStream(
                        without(JsonReader.read(in)).text().getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Json without(Json value) {
            return switch (value) {
                case Json.Arr(var items) ->
                    Json.of(items.stream().map(Heedless::without).toList());
                case Json.Obj object -> {
                    var kept = new LinkedHashMap<String, Json>();
                    object.members().forEach((name, member) -> {
                        if (!name.equals("sensitive")) {
                            kept.put(name, without(member));
                        }
                    });
                    yield Json.of(kept);
                }
                case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
            };
        }
    }
}
