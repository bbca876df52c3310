package dev.quarterdeck.local;

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
        return open(shell, api, LocalHub.Rules.USUAL, Optional.empty());
    }

    static LocalHub open(Shell shell, AwsApi api, LocalHub.Rules rules, Optional<CompanyFile> company) {
        var keyring = new Keyring(shell.env(), Profiles.read(shell.env(), shell.userHome()), api, shell.clock());
        Knowledge knowledge = shell.knowledge();
        var build = new HubApi.Build(Version.number(), knowledge.models().version());
        var aws = new LocalHub.Aws(api, knowledge::types, keyring);
        return LocalHub.open(shell.home(), new LocalHub.Surroundings(build, aws, rules, company, shell.clock()));
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
