package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.wire.AwsClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scripts/seed}: plants the estate in an emulator on this machine, and nowhere else. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = "Plants the accounts of an invented company in an empty emulator on this machine.")
public final class SeedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--endpoint-url", description = "default: ${DEFAULT-VALUE}")
    private URI endpoint = URI.create("http://127.0.0.1:5555");

    @Option(names = "--accounts", description = "how many; default: ${DEFAULT-VALUE}")
    private int accounts = 3;

    @Option(names = "--regions", split = ",", description = "default: ${DEFAULT-VALUE}")
    private List<String> regions = List.of("eu-west-1", "us-east-1");

    @Option(
            names = "--out",
            description = "where the accounts are listed, for scan --accounts; default: ${DEFAULT-VALUE}")
    private Path out = Path.of(".quarterdeck", "estate.ndjson");

    public static void main(String... arguments) {
        System.exit(new CommandLine(new SeedCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        check();
        long start = System.nanoTime();
        try (var client = EmulatorClient.at(endpoint, AwsClient.Catalog.shipped())) {
            var estate = new Seed(client).plant(accounts, regions);
            write(estate);
            tell(estate, Duration.ofNanos(System.nanoTime() - start));
        }
        return 0;
    }

    private void write(Estate estate) throws IOException {
        var folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(out, estate.accountsFile());
    }

    /** Nothing must ever be planted in AWS itself. */
    private void check() {
        if (!isHere(endpoint)) {
            throw refusal("--endpoint-url: '%s' is not on this machine; the seed plants in emulators only", endpoint);
        }
        if (accounts < 1 || accounts > 50) {
            throw refusal("--accounts: must be 1 to 50: '%d'", accounts);
        }
    }

    private static boolean isHere(URI endpoint) {
        try {
            return endpoint.getHost() != null
                    && InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private ParameterException refusal(String text, Object value) {
        return new ParameterException(spec.commandLine(), text.formatted(value));
    }

    private void tell(Estate estate, Duration took) {
        PrintWriter say = spec.commandLine().getOut();
        say.printf(
                "Planted %d accounts in %s with %,d calls in %.1f s%n",
                accounts, String.join(", ", regions), estate.calls(), took.toMillis() / 1000.0);
        for (var entrance : estate.entrances()) {
            say.printf(
                    "  %s  %-12s %s  %s%n",
                    entrance.account(), entrance.name(), entrance.roleArn(), entrance.externalId());
        }
        say.printf(
                "%nLook at them:%n  export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s%n",
                estate.hubKeyId(), estate.hubSecret());
        say.printf(
                "  scripts/quarterdeck scan --endpoint-url %s --accounts %s --regions %s%n",
                endpoint, out, String.join(",", regions));
        say.flush();
    }
}
