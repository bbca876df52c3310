package dev.quarterdeck.local;

import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.report.Style;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one sentence on standard error and an exit code. */
final class Faults {
    private final Shell shell;

    Faults(Shell shell) {
        this.shell = shell;
    }

    /** The command line could not be understood. */
    int misuse(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String help = "'%s --help' shows what there is".formatted(command.qualifiedName());
        say("%s: %s".formatted(sentence(e), suggestion(e, help)));
        return ExitCode.USAGE.number();
    }

    /** A command gave up. */
    int failure(Exception e) {
        if (shell.debugs()) {
            e.printStackTrace(shell.err());
        }
        if (e instanceof Refusal refusal) {
            say(refusal.sentence());
            return refusal.code().number();
        }
        if (e instanceof FailureException failure) {
            return failure(HubOpening.refusal(failure));
        }
        say("this is a fault of Quarterdeck, not yours (%s): please report it with what QUARTERDECK_DEBUG=1 prints"
                .formatted(oneLine(e)));
        return ExitCode.BUG.number();
    }

    private void say(String sentence) {
        Style style = shell.screen().messageStyle();
        shell.err().println(style.bad("quarterdeck:") + " " + sentence);
        shell.err().flush();
    }

    private static String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException _ -> lowerFirst(oneLine(e));
            default -> lowerFirst(oneLine(e));
        };
    }

    private static String unknown(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            return "unknown option '%s'".formatted(word);
        }
        return e.getCommandLine().getParent() == null
                ? "unknown command '%s'".formatted(word)
                : "'%s' is one word too many".formatted(word);
    }

    private static String suggestion(ParameterException e, String otherwise) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return otherwise;
        }
        String word = unmatched.getUnmatched().getFirst();
        return Suggestion.near(word, known(word, e.getCommandLine()))
                .map(near -> "did you mean '%s'? %s".formatted(near, otherwise))
                .orElse(otherwise);
    }

    private static Collection<String> known(String word, CommandLine line) {
        return word.startsWith("-")
                ? line.getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .toList()
                : List.copyOf(line.getSubcommands().keySet());
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
