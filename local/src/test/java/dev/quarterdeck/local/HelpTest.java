package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan",
                "types",
                "iam-policy",
                "find",
                "scans list",
                "scans show",
                "scans start",
                "scans cancel",
                "scans pause",
                "scans resume",
                "scans rerun",
                "schedules list",
                "schedules show",
                "schedules create",
                "schedules update",
                "schedules delete",
                "schedules enable",
                "schedules disable",
                "diff",
                "resources list",
                "resources export",
                "views list",
                "views show",
                "views create",
                "views update",
                "views share",
                "views unshare",
                "views delete",
                "resources show",
                "resources changes",
                "resources relations",
                "resources impact",
                "topology",
                "query",
                "serve",
                "demo",
                "backup",
                "restore",
                "migrate",
                "doctor",
                "completion",
                "login",
                "logout",
                "accounts list",
                "accounts connect",
                "accounts setup",
                "accounts validate",
                "accounts show",
                "accounts update",
                "accounts rotate",
                "accounts reveal",
                "accounts revoke",
                "accounts restore",
                "accounts import",
                "accounts export",
                "accounts delete",
                "org connect",
                "org setup",
                "org follow",
                "users list",
                "users invite",
                "users grant",
                "users ungrant",
                "users disable",
                "users enable",
                "users sign-out",
                "users explain",
                "keys list",
                "keys mint",
                "keys revoke",
                "audit list",
                "audit export",
                "audit verify"
            })
    void everyCommandShowsExamples(String command) {
        Said said = new Cli(home).run((command + " --help").split(" "));

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsPattern(
                        "(?s)Usage: quarterdeck %s .*Examples?:\\n.*quarterdeck %s".formatted(command, command));
        assertThat(said.err()).isEmpty();
    }

    @Test
    void theWholeListsItsCommands() {
        assertThat(new Cli(home).run("--help").out())
                .contains(
                        "  scan ",
                        "  types ",
                        "  iam-policy ",
                        "  find ",
                        "  resources ",
                        "  query ",
                        "  serve ",
                        "  backup ",
                        "  restore ",
                        "  migrate ",
                        "  doctor ",
                        "  version ",
                        "  completion ");
    }

    @Test
    void theCompletionScriptKnowsTheOptions() {
        Said said = new Cli(home).run("completion");

        assertThat(said.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--fail-on-gaps", "--flavour", "--passphrase-file", "--dry-run");
        assertThat(said.code()).isZero();
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(new Cli(home).run("version").out()).startsWith("quarterdeck " + Version.number());
        assertThat(Version.number()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
