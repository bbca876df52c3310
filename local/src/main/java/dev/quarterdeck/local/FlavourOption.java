package dev.quarterdeck.local;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which read policy the roles get that are set up. */
final class FlavourOption {
    @Option(
            names = "--flavour",
            paramLabel = "FLAVOUR",
            description =
                    "stable: AWS's SecurityAudit and ViewOnlyAccess; exact: just what this build calls (default: stable)")
    private Optional<String> flavour = Optional.empty();

    void into(Map<String, String> wish) {
        flavour.ifPresent(word -> wish.put("flavour", word.toLowerCase(Locale.ROOT)));
    }
}
