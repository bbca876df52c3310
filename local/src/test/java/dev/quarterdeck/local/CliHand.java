package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.journey.AtHub;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person at a hub, by the command line. */
final class CliHand implements AtHub {
    private final Cli cli;
    private final Optional<URI> hub;

    /** Without an address the hub is that of the command line's own workspace. */
    CliHand(Cli cli, Optional<URI> hub) {
        this.cli = cli;
        this.hub = hub;
    }

    @Override
    public Json.Obj connect(String name, String roleArn) {
        return ask("connect", "--name", name, "--role", roleArn);
    }

    @Override
    public Json.Obj show(AccountId account) {
        return ask("show", account.value());
    }

    @Override
    public Json.Obj validate(AccountId account) {
        return ask("validate", account.value());
    }

    @Override
    public Json.Obj update(AccountId account, String owner) {
        return ask("update", account.value(), "--owner", owner);
    }

    @Override
    public Json.Obj trust(AccountId account) {
        return ask("setup", account.value(), "--as", "trust");
    }

    @Override
    public Json.Obj rotate(AccountId account) {
        return ask("rotate", account.value());
    }

    @Override
    public Json.Obj revoke(AccountId account) {
        return ask("revoke", account.value());
    }

    @Override
    public Json.Obj restore(AccountId account) {
        return ask("restore", account.value());
    }

    @Override
    public Json.Obj impact(AccountId account) {
        return ask("delete", account.value());
    }

    @Override
    public Json.Obj delete(AccountId account, String typedName) {
        return ask("delete", account.value(), "--confirm", typedName);
    }

    @Override
    public Json.Obj undelete(AccountId account) {
        return ask("delete", account.value(), "--undo");
    }

    private Json.Obj ask(String... words) {
        var line = new ArrayList<>(List.of("accounts"));
        line.addAll(List.of(words));
        hub.ifPresent(address -> line.addAll(List.of("--hub", address.toString())));
        line.addAll(List.of("--output", "json"));
        Said said = cli.run(line.toArray(String[]::new));
        if (said.code() != ExitCode.COMPLETE.number() && said.code() != ExitCode.GAPS.number()) {
            throw new Refused(said.err());
        }
        return (Json.Obj) Json.parse(said.out());
    }
}
