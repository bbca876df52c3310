package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingCommandsTest {
    private static final String ROW = """
            {"uid":"%s","arn":null,"native_id":"%s","type":"%s","service":"x","name":"%s","account_id":"111122223333",\
            "account_name":"prod","region":"eu-west-1","public":"%s","encrypted":"unknown","origin":"customer",\
            "tags":{"Owner":"=cmd()"},"identifiers":[],"config":{"Size":%d}}
            """;

    @TempDir
    private Path home;

    private Path facts = Path.of("");

    @BeforeEach
    void write() throws IOException {
        facts = Files.createDirectories(home.resolve("facts"));
        Files.writeString(facts.resolve("run.json"), "{\"format\":1,\"gaps\":2}");
        Files.writeString(
                facts.resolve("resources.ndjson"),
                ROW.formatted("r1web", "i-1", "AWS::EC2::Instance", "web", "yes", 10)
                        + ROW.formatted("r1db", "i-2", "AWS::EC2::Instance", "db", "no", 9)
                        + ROW.formatted("r1key", "k", "AWS::KMS::Key", "alias/prod", "no", 1));
        Files.writeString(facts.resolve("edges.ndjson"), """
                {"from_uid":"r1db","rel":"encrypted-by","to_uid":"r1key","to_arn":"k","to_account_id":null,"dangling":false,"via":"K"}
                """);
        Files.writeString(facts.resolve("coverage.ndjson"), "");
    }

    private Said list(String... more) {
        return run("resources list", more);
    }

    private Said query(String sql) {
        return run("query", sql, "--output", "ndjson");
    }

    private Said run(String command, String... more) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--in", facts.toString()));
        words.addAll(List.of(more));
        return new Cli(home).run(words.toArray(String[]::new));
    }

    @Test
    void listsWhatAnswersYes() {
        Said said = list(
                "--filter",
                "type = ec2:instance and uses(name = alias/prod)",
                "--fields",
                "name,config.Size",
                "--output",
                "ndjson");

        assertThat(said.out()).isEqualTo("{\"name\":\"db\",\"config.Size\":9}\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void sortsAndCutsAndSaysHowManyThereAreAndWhereNobodyLooked() {
        Said said = list("--sort", "-config.Size", "--fields", "name", "--limit", "2");

        assertThat(said.out().lines().map(String::strip))
                .containsSubsequence("web", "db")
                .doesNotContain("alias/prod")
                .anyMatch(line ->
                        line.startsWith("2 of 3 resources: --limit shows more; 2 areas could not be looked at"));
    }

    @Test
    void saysWhatAFolderCannotKnow() {
        assertThat(list("--filter", "environment = production or cost > 5").out())
                .contains("0 resources")
                .contains("a folder does not know environment, cost_30d: only a hub does");
    }

    @Test
    void aTextThatASpreadsheetWouldRunStaysAText() {
        assertThat(list("--filter", "name = web", "--fields", "name,tag.Owner", "--output", "csv")
                        .out())
                .isEqualTo("name,tag.Owner\nweb,'=cmd()\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--filter|regoin = x|quarterdeck: --filter: at character 1: there is no field 'regoin'; did you mean 'region'?",
                "--sort|nam|quarterdeck: --sort: at character 1: there is no field 'nam'; did you mean 'name'?",
                "--filter|at -2d|quarterdeck: --filter: a folder holds one look: 'at' asks a hub, which keeps all of them"
            })
    void refusesInOneSentence(String option, String text, String sentence) {
        Said said = list(option, text);

        assertThat(said.err().strip()).isEqualTo(sentence);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void answersSqlInAProcessOfItsOwn() {
        assertThat(query("SELECT name, config->>'$.Size' AS size FROM aws_ec2_instance ORDER BY name")
                        .out())
                .isEqualTo("{\"name\":\"db\",\"size\":\"9\"}\n{\"name\":\"web\",\"size\":\"10\"}\n");
    }

    @Test
    void refusesSqlThatReachesOut() {
        Said said = query("SELECT * FROM read_text('/etc/passwd')");

        assertThat(said.err().strip()).isEqualTo("quarterdeck: there is no table function 'read_text' here");
        assertThat(said.code()).isEqualTo(2);
    }
}
