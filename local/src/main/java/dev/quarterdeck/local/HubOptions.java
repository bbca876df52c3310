package dev.quarterdeck.local;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which hub a command means, and how its answer is written. */
final class HubOptions {
    @Mixin
    HubAddress hub = new HubAddress();

    @Option(
            names = "--output",
            order = 31,
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES} (default: table)")
    Form form = Form.table;
}
