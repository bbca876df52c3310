package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.wire.AwsClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that the profiles of this machine lead into. Most profiles name theirs; of the others AWS is asked. Of
 * several profiles that lead into one account the first by name is taken.
 */
final class ProfileAccounts {
    private final Shell shell;
    private final HubOptions options;
    private final Profiles profiles;

    ProfileAccounts(Shell shell, HubOptions options) {
        this.shell = shell;
        this.options = options;
        this.profiles = Profiles.read(shell.env(), shell.userHome());
    }

    /** As a file of accounts. */
    Json.Obj found() {
        if (profiles.names().isEmpty()) {
            throw Refusal.usage("there are no profiles: make one with 'aws configure' or 'aws configure sso'");
        }
        var wire = options.hub.endpoint.wire(shell, List.of(), Optional.empty());
        try (AwsClient api = new Line(shell, wire).open(_ -> {})) {
            var entrance = new Entrance(api);
            var keyring = new Keyring(shell.env(), profiles, api, shell.clock());
            var wishes = new LinkedHashMap<String, Json>();
            for (String profile : profiles.names()) {
                named(profile)
                        .or(() -> asked(profile, entrance, keyring))
                        .ifPresent(account -> add(wishes, account, profile));
            }
            return Json.Obj.EMPTY.with("accounts", Json.of(List.copyOf(wishes.values())));
        }
    }

    private Optional<String> named(String profile) {
        return profiles.setting(profile, "sso_account_id")
                .filter(AccountId::isValid)
                .or(() -> profiles.setting(profile, "role_arn").flatMap(ProfileAccounts::account));
    }

    private static Optional<String> account(String arn) {
        try {
            return Optional.of(RoleArn.of(arn).account().value());
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // AWS will be asked, and say what is wrong with the profile
        }
    }

    private Optional<String> asked(String profile, Entrance entrance, Keyring keyring) {
        try {
            return switch (entrance.open(keyring.profile(profile))) {
                case Opened.Account(var _, var access, var _) -> Optional.of(access.account());
                case Opened.Closed _ -> skip(profile, "AWS does not accept its credentials");
            };
        } catch (Refusal e) {
            return skip(profile, e.sentence());
        }
    }

    private Optional<String> skip(String profile, String why) {
        shell.err().println("note: profile '%s' is left out: %s".formatted(profile, why));
        return Optional.empty();
    }

    private void add(Map<String, Json> wishes, String account, String profile) {
        var connection = new Members().put("kind", "profile").put("profile", profile);
        Json wish = new Members()
                .put("account_id", account)
                .put("name", profile)
                .put("connection", connection)
                .json();
        if (wishes.putIfAbsent(account, wish) != null) {
            skip(profile, "another profile leads into account %s too".formatted(account));
        }
    }
}
