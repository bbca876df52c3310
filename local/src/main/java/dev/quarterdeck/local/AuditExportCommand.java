package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck audit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes all audit records to a file that 'audit verify' can judge without the hub.",
        description = {"", "A checkpoint that is kept elsewhere proves later that no end was cut off."},
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck audit export audit.ndjson --checkpoint checkpoint.json")
final class AuditExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "the file to be made; one that is there is not touched")
    private Path file = Path.of("");

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "write where the chains end to this file")
    private Optional<Path> checkpoint = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    AuditExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        refuseThere(file);
        checkpoint.ifPresent(AuditExportCommand::refuseThere);
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            // First: what is recorded from now on is more than the checkpoint says, never less.
            Json.Obj ends = hub.get("/api/audit/checkpoint").object();
            long records = write(hub);
            checkpoint.ifPresent(path -> WholeFile.write(path, out -> out.write(ends.canonical() + "\n")));
            desk.say("%,d records in %s".formatted(records, file));
            return ExitCode.COMPLETE.number();
        });
    }

    private long write(HubClient hub) {
        long[] count = {0};
        WholeFile.write(file, out -> count[0] = records(hub, out));
        return count[0];
    }

    private static long records(HubClient hub, BufferedWriter out) throws IOException {
        long count = 0;
        Map<String, String> place = Map.of();
        while (true) {
            var page = hub.get("/api/audit/export", place).fields();
            for (var record : page.objects("items")) {
                out.write(record.json().canonical());
                out.write('\n');
                count++;
            }
            Optional<String> cursor = page.maybeText("cursor");
            if (cursor.isEmpty()) {
                return count;
            }
            place = Map.of("cursor", cursor.get());
        }
    }

    private static void refuseThere(Path path) {
        if (Files.exists(path)) {
            throw Refusal.usage("'%s' is there already: name another file".formatted(path));
        }
    }
}
