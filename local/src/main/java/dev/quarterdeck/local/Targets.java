package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.Target;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.AccountsFile;
import dev.quarterdeck.local.access.Door;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.local.access.Organization;
import dev.quarterdeck.local.access.RoleArn;
import dev.quarterdeck.local.access.Trouble;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The accounts that a person asked for, each once, with the right to look at them. */
final class Targets {
    private static final String SCAN_ITSELF_ASKS = "";

    private final ScanWish wish;
    private final AwsApi api;
    private final Keyring keyring;
    private final Trouble trouble;
    private final SequencedMap<String, Target> found = new LinkedHashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<String, Members> connections = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    Targets(ScanWish wish, AwsApi api, Keyring keyring, Trouble trouble) {
        this.wish = wish;
        this.api = api;
        this.keyring = keyring;
        this.trouble = trouble;
    }

    /** Asks for whatever must be known before the scan; refuses when nothing could be read. */
    Targets find() {
        if (wish.options().accounts.throughRoles()) {
            throughRoles(caller());
        } else {
            themselves(doors());
        }
        if (found.isEmpty()) {
            throw Refusal.usage("no account is left to scan: --exclude and --ou leave none");
        }
        return this;
    }

    List<Target> targets() {
        return List.copyOf(found.values());
    }

    /** By account id. */
    Map<String, Label> labels() {
        return labels;
    }

    /** How a hub would enter each account, by its id. */
    Map<String, Members> connections() {
        return connections;
    }

    /** What people should know and need not act on. */
    List<String> notes() {
        return notes;
    }

    private List<Door> doors() {
        List<String> profiles = wish.options().accounts.profiles;
        return profiles.isEmpty()
                ? List.of(keyring.environment())
                : profiles.stream().distinct().map(keyring::profile).toList();
    }

    private void themselves(List<Door> doors) {
        var closed = new ArrayList<Opened.Closed>();
        for (Door door : doors) {
            switch (new Entrance(api).open(door)) {
                case Opened.Account account -> add(account, Label.NONE);
                case Opened.Closed refused -> closed.add(refused);
            }
        }
        if (found.isEmpty()) {
            throw trouble.refusal(closed.getFirst());
        }
        closed.forEach(refused -> {
            notes.add(trouble.sentence(refused));
            found.put(
                    refused.door().name(),
                    new Target(
                            new Access("aws", "", refused.door().credentials()),
                            refused.door().name(),
                            refused.door().region()));
        });
    }

    private void add(Opened.Account account, Label label) {
        String id = account.access().account();
        Target before = found.putIfAbsent(
                id,
                new Target(
                        account.access(), account.door().name(), account.door().region()));
        labels.putIfAbsent(id, label);
        connections.putIfAbsent(id, new Members().put("kind", "profile").put("profile", profile(account.door())));
        if (before != null) {
            notes.add("%s and %s are both account %s, which is scanned once"
                    .formatted(before.name(), account.door().name(), id));
        }
    }

    /** Credentials that come from the environment belong to no profile: where there are none any more, it is the default one. */
    private static String profile(Door door) {
        return door.profile().orElse("default");
    }

    private Opened.Account caller() {
        return switch (new Entrance(api).open(doors().getFirst())) {
            case Opened.Account account -> account;
            case Opened.Closed closed -> throw trouble.refusal(closed);
        };
    }

    private void throughRoles(Opened.Account caller) {
        wish.who().roles().forEach(role -> role(caller, role.arn(), role.externalId(), Label.NONE));
        wish.who().entries().forEach(entry -> entry(caller, entry));
        if (wish.options().accounts.organization) {
            members(caller).forEach(member -> member(caller, member));
        }
    }

    private List<Organization.Member> members(Opened.Account caller) {
        var organization = new Organization(api, caller.access(), caller.door().region());
        List<String> units = wish.options().accounts.units;
        return units.isEmpty() ? organization.members() : organization.membersBelow(units);
    }

    private void member(Opened.Account caller, Organization.Member member) {
        if (wish.who().excluded().contains(member.id())) {
            return;
        }
        if (member.id().value().equals(caller.access().account())) {
            add(caller, member.label());
        } else {
            role(caller, usualRole(caller, member.id()), Optional.empty(), member.label());
        }
    }

    private void entry(Opened.Account caller, AccountsFile.Entry entry) {
        if (!wish.who().excluded().contains(entry.account())) {
            role(
                    caller,
                    entry.role().orElseGet(() -> usualRole(caller, entry.account())),
                    entry.externalId(),
                    new Label(entry.name(), Optional.empty()));
        }
    }

    private RoleArn usualRole(Opened.Account caller, AccountId account) {
        String name = wish.options().accounts.roleName.orElse(AccountOptions.USUAL_ROLE);
        return RoleArn.of(caller.access().partition(), account, name);
    }

    private void role(Opened.Account caller, RoleArn role, Optional<String> externalId, Label label) {
        String account = role.account().value();
        var access = new Access(role.arn().partition(), account, keyring.role(role, caller.door(), externalId));
        Target before =
                found.putIfAbsent(account, new Target(access, label.name().orElse(role.toString()), SCAN_ITSELF_ASKS));
        labels.putIfAbsent(account, label);
        connections.putIfAbsent(
                account,
                new Members().put("kind", "role").put("role_arn", role.arn().toString()));
        if (before != null) {
            notes.add("account %s is named twice and scanned once, through %s".formatted(account, before.name()));
        }
    }
}
