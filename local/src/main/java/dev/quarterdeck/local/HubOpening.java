package dev.quarterdeck.local;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.edge.Problem;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.hub.CompanyFile;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.AwsApi;
import java.nio.file.Files;
import java.util.Optional;

/** Opens the hub of a person's workspace for a command. */
final class HubOpening {
    private HubOpening() {}

    /** For a command that is over in a moment: nobody signs in to it. */
    static LocalHub open(Shell shell, AwsApi api) {
        return open(shell, new Client(api, new Tallies()), LocalHub.Rules.USUAL, Optional.empty());
    }

    /** The tallies are those that the client tells of its requests. */
    record Client(AwsApi api, Tallies tallies) {}

    static LocalHub open(Shell shell, Client client, LocalHub.Rules rules, Optional<CompanyFile> company) {
        AwsApi api = client.api();
        var keyring = new Keyring(shell.env(), Profiles.read(shell.env(), shell.userHome()), api, shell.clock());
        Knowledge knowledge = shell.knowledge();
        var build = new HubApi.Build(Version.number(), knowledge.models().version());
        var means = new LocalHub.Means(() -> redaction(shell), client.tallies());
        var aws = new LocalHub.Aws(api, knowledge::types, keyring, means);
        return LocalHub.open(shell.home(), new LocalHub.Surroundings(build, aws, rules, company, shell.clock()));
    }

    /** As 'scan' has it: what both store can be compared. */
    private static Redaction redaction(Shell shell) {
        byte[] key = new KeyFile(shell.home()).read();
        return new Redaction(KeyFile.id(key), key);
    }

    /** The workspace, if a hub was made in it. */
    static Home existing(Shell shell) {
        Home home = shell.home();
        if (!Files.exists(home.table())) {
            throw Refusal.usage("there is no hub in '%s': 'quarterdeck serve' makes one".formatted(home.folder()));
        }
        return home;
    }

    /** What the workspace said against being opened, in its own sentence. */
    static Refusal refusal(FailureException e) {
        return Refusal.usage(Problem.of(e.failure()).detail());
    }
}
