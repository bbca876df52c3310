package dev.quarterdeck.local;

import dev.quarterdeck.audit.Checkpoint;
import dev.quarterdeck.audit.Flaw;
import dev.quarterdeck.audit.Verifier;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Finds out whether exported audit records are whole: nothing altered, missing, moved or forked.",
        description = {
            "",
            "FILE holds records as they were exported, one a line. With a checkpoint that was kept elsewhere a tail that",
            "was cut off is found, too. Needs no hub and no network. Ends with 3 where something is wrong."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck audit verify audit.ndjson --checkpoint checkpoint.json")
final class AuditVerifyCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "the exported records")
    private Path file = Path.of("");

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "a checkpoint that was kept elsewhere")
    private @Nullable Path checkpoint;

    AuditVerifyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var known = Optional.ofNullable(checkpoint).map(AuditVerifyCommand::checkpoint);
        var verdict = RecordFile.verify(file, known.map(Verifier::against).orElseGet(Verifier::alone));
        verdict.flaws().forEach(flaw -> shell.out().println(sentence(flaw)));
        if (!verdict.sound()) {
            shell.out().printf(Locale.ROOT, "%,d records are not whole: %s%n", verdict.records(), file);
            return ExitCode.GAPS.number();
        }
        shell.out()
                .printf(
                        Locale.ROOT,
                        "%,d records are whole%s%n",
                        verdict.records(),
                        known.map(AuditVerifyCommand::until)
                                .orElse("; whether the end was cut off, only a checkpoint can tell"));
        return ExitCode.COMPLETE.number();
    }

    private static String until(Checkpoint checkpoint) {
        return " and reach the checkpoint of " + checkpoint.time();
    }

    private static String sentence(Flaw flaw) {
        String kind = flaw.kind().name().toLowerCase(Locale.ROOT);
        return flaw.line() == 0
                ? "%s: %s".formatted(kind, flaw.what())
                : "line %,d, %s: %s".formatted(flaw.line(), kind, flaw.what());
    }

    private static Checkpoint checkpoint(Path file) {
        try {
            if (Json.parse(Files.readString(file)) instanceof Json.Obj object) {
                return Checkpoint.of(object);
            }
            throw Refusal.usage("--checkpoint: '%s' holds no checkpoint".formatted(file));
        } catch (MalformedJsonException | Malformed e) {
            throw Refusal.usage("--checkpoint: '%s' holds no checkpoint: %s".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw Refusal.usage("--checkpoint: '%s' cannot be read: %s".formatted(file, Refusal.why(e)));
        }
    }
}
