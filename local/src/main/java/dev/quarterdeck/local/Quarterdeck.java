package dev.quarterdeck.local;

import dev.quarterdeck.local.report.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: one hub from which a team runs its AWS accounts, here on one machine. */
@Command(
        name = "quarterdeck",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Reads AWS accounts: what is there, how it hangs together, and where nobody looked.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck demo                     a hub of a company that does not exist, to look around in",
            "  quarterdeck scan                     the account of your default credentials, all regions",
            "  quarterdeck scan --plan              what that would ask, before anything is asked",
            "  quarterdeck find 10.0.3.7 --in DIR   who has this address, in what 'scan --out DIR' wrote"
        })
public final class Quarterdeck implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Quarterdeck() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(systemShell(), args));
    }

    static int run(Shell shell, String... args) {
        try {
            return commandLine(shell).execute(args);
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    static CommandLine commandLine(Shell shell) {
        var line = new CommandLine(new Quarterdeck());
        List.of(
                        new DemoCommand(shell),
                        new ScanCommand(shell),
                        new TypesCommand(shell),
                        new IamPolicyCommand(shell),
                        new FindCommand(shell),
                        ScansCommand.line(shell),
                        SchedulesCommand.line(shell),
                        ResourcesCommand.line(shell),
                        ViewsCommand.line(shell),
                        new TopologyCommand(shell),
                        new QueryCommand(shell),
                        new ChangesCommand(shell),
                        new DiffCommand(shell),
                        new CoverageCommand(shell),
                        new ServeCommand(shell),
                        new LoginCommand(shell),
                        new LogoutCommand(shell),
                        AccountsCommand.line(shell),
                        OrgCommand.line(shell),
                        new BackupCommand(shell),
                        new RestoreCommand(shell),
                        new MigrateCommand(shell),
                        new DoctorCommand(shell),
                        UsersCommand.line(shell),
                        new CommandLine(new KeysCommand(shell)),
                        AuditCommand.line(shell),
                        new VersionCommand(shell),
                        new CompletionCommand(shell))
                .forEach(line::addSubcommand);
        return line.setOut(shell.out())
                .setErr(shell.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(32)
                .setUsageHelpWidth(Math.min(shell.screen().width(), 120))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(shell)))
                .setParameterExceptionHandler((e, args) -> new Faults(shell).misuse(e))
                .setExecutionExceptionHandler((e, _, _) -> new Faults(shell).failure(e));
    }

    private static Ansi ansi(Shell shell) {
        return shell.screen().color() ? Ansi.ON : Ansi.OFF;
    }

    private static Shell systemShell() {
        Map<String, String> env = System.getenv();
        Supplier<Screen> screen = Lazily.once(() -> TerminalProbe.probe(env));
        return new Shell(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                env,
                Clock.systemUTC(),
                new Shell.Surroundings(
                        screen,
                        new ShutdownInterrupts(),
                        new TerminalPrompt(),
                        new Knowledge(Quarterdeck.class.getClassLoader())));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** No command was given. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
