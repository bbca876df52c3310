package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What people say of an account. */
final class DescriptionOptions {
    @Option(names = "--name", order = 1, paramLabel = "NAME", description = "what people call the account")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--environment",
            order = 2,
            paramLabel = "WORD",
            description = "what it is for: production, staging, … (default: production)")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--owner", order = 3, paramLabel = "TEXT", description = "whose it is")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--team", order = 4, paramLabel = "TEAM", description = "the team that looks after it")
    private Optional<String> team = Optional.empty();

    @Option(names = "--tag", order = 5, paramLabel = "KEY=VALUE", description = "a tag; can be repeated")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(
            names = "--console-url",
            order = 6,
            paramLabel = "URL",
            description = "where people sign in to its console: the portal of IAM Identity Center")
    private Optional<String> consoleUrl = Optional.empty();

    @Option(names = "--permission-set", order = 7, paramLabel = "NAME", description = "as what people sign in there")
    private Optional<String> permissionSet = Optional.empty();

    /** These words over those of before. */
    Json.Obj over(Json.Obj before) {
        var members = new Members();
        before.members().forEach(members::put);
        members.maybe("name", name)
                .maybe("environment", environment)
                .maybe("owner", owner)
                .maybe("team_id", team);
        if (!tags.isEmpty()) {
            members.put("tags", with(before.get("tags"), tags));
        }
        if (consoleUrl.isPresent() || permissionSet.isPresent()) {
            var console = new Members();
            consoleUrl.ifPresent(url -> console.put("start_url", url));
            permissionSet.ifPresent(set -> console.put("permission_set", set));
            members.put("console", merged(before.get("console"), console.json()));
        }
        return members.json();
    }

    private static Json.Obj with(Optional<Json> before, Map<String, String> more) {
        var added = new Members();
        more.forEach(added::put);
        return merged(before, added.json());
    }

    private static Json.Obj merged(Optional<Json> before, Json.Obj more) {
        Json.Obj merged = before.orElse(Json.Obj.EMPTY) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        for (var member : more.members().entrySet()) {
            merged = merged.with(member.getKey(), member.getValue());
        }
        return merged;
    }
}
