package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a command line is said in one sentence that names the value and what to do. */
class BadInputTest {
    @TempDir
    private Path home;

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse(
                        "--host: other machines reach '0.0.0.0', and passwords go there only over TLS: give --tls-cert and --tls-key",
                        "serve",
                        "--host",
                        "0.0.0.0"),
                misuse(
                        "--tls-cert and --tls-key go together: give both",
                        "serve",
                        "--host",
                        "0.0.0.0",
                        "--tls-key",
                        "hub.key"),
                misuse("--tls-cert: 'none.pem' cannot be read", "serve", "--tls-cert", "none.pem", "--tls-key", "x"),
                misuse("no command given: 'quarterdeck --help' shows what there is"),
                misuse("unknown command 'sacn': did you mean 'scan'? 'quarterdeck --help' shows what there is", "sacn"),
                misuse(
                        "unknown option '--regoins': did you mean '--regions'? 'quarterdeck scan --help' shows what there is",
                        "scan",
                        "--regoins",
                        "eu-west-1"),
                misuse("'now' is one word too many: 'quarterdeck scan --help' shows what there is", "scan", "now"),
                misuse(
                        "there is no type 'AWS::EC2::Instanc': did you mean 'AWS::EC2::Instance'?",
                        "scan",
                        "--types",
                        "AWS::EC2::Instanc"),
                misuse("there is no type 'ec2:volum': did you mean 'ec2:volume'?", "types", "ec2:volum"),
                misuse("there is no type '': 'quarterdeck types' lists all", "scan", "--types", ""),
                misuse("there is no region 'eu-wst-1': did you mean 'eu-west-1'?", "scan", "--regions", "eu-wst-1"),
                misuse(
                        "there is no region 'atlantis': give names like eu-west-1, or all",
                        "scan",
                        "--regions",
                        "atlantis"),
                misuse("--rate: '0' is not a percentage: give a whole number from 1 to 100", "scan", "--rate", "0"),
                misuse("--rate: '101' is not a percentage: give a whole number from 1 to 100", "scan", "--rate", "101"),
                misuse(
                        "--rate: 'fast' is not a percentage: give a whole number from 1 to 100",
                        "scan",
                        "--rate",
                        "fast"),
                misuse(
                        "--role-arn: 'arn:aws:iam::12:role/x' is not the ARN of a role: give one like arn:aws:iam::123456789012:role/Audit",
                        "scan",
                        "--role-arn",
                        "arn:aws:iam::12:role/x"),
                misuse(
                        "--role-arn: 'arn:aws:iam::123456789012:role/x\\n' is not the ARN of a role: give one like arn:aws:iam::123456789012:role/Audit",
                        "scan",
                        "--role-arn",
                        "arn:aws:iam::123456789012:role/x\n"),
                misuse(
                        "--role-arn: 'arn:aws:iam::123456789012:user/x' is not the ARN of a role: give one like arn:aws:iam::123456789012:role/Audit",
                        "scan",
                        "--role-arn",
                        "arn:aws:iam::123456789012:user/x"),
                misuse(
                        "--accounts: 'nowhere.txt' cannot be read (there is no such file or folder): give a file with an account id or a role's ARN on each line",
                        "scan",
                        "--accounts",
                        "nowhere.txt"),
                misuse(
                        "--compare: there is no finished scan in 'nowhere' (no run.json): make one with 'quarterdeck scan --out nowhere'",
                        "scan",
                        "--compare",
                        "nowhere"),
                misuse(
                        "--in: there is no finished scan in 'nowhere' (no run.json): make one with 'quarterdeck scan --out nowhere'",
                        "find",
                        "10.0.0.1",
                        "--in",
                        "nowhere"),
                misuse("--exclude: '12' is not an account id: give 12 digits", "scan", "--org", "--exclude", "12"),
                misuse("--ou means nothing without --org: add it, or leave --ou out", "scan", "--ou", "ou-1"),
                misuse(
                        "--profile is given 2 times, and roles are assumed with one: name the one that may assume them",
                        "scan",
                        "--org",
                        "--profile",
                        "a",
                        "--profile",
                        "b"),
                misuse(
                        "--endpoint-url: 'localhost:5555' is not an http or https URL: give one like http://127.0.0.1:5555",
                        "scan",
                        "--endpoint-url",
                        "localhost:5555"),
                misuse("there is no partition 'mars': there are aws", "iam-policy", "--partition", "mars"),
                misuse("missing required parameter: 'FILE': 'quarterdeck backup --help' shows what there is", "backup"),
                misuse("there is no hub in '", "backup", "hub.backup"),
                misuse("there is no hub in '", "migrate"),
                misuse(
                        "invalid value for option '--to': 'newest' is not an int: 'quarterdeck migrate --help' shows what there is",
                        "migrate",
                        "--to",
                        "newest"),
                misuse(
                        "The backup 'nowhere' cannot be restored: there is no such file or folder.",
                        "restore",
                        "nowhere"));
    }

    private static Arguments misuse(String sentence, String... args) {
        return Arguments.of(sentence, args);
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void isRefusedBeforeAnythingIsAsked(String sentence, String[] args) {
        Said said = new Cli(home).run(args);

        assertThat(said.err()).startsWith("quarterdeck: " + sentence).hasLineCount(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.createFile(home.resolve("taken"));

        Said said = keys().run("scan", "--out", file.toString());

        assertThat(said)
                .isEqualTo(new Said(
                        2,
                        "",
                        "quarterdeck: cannot write to the folder '%s' (it is not a folder): choose another with --out\n"
                                .formatted(file)));
    }

    @Test
    void anInvalidCatalogFileIsRefused() {
        var broken = new Knowledge(new ClassLoader(null) {
            @Override
            public java.io.InputStream getResourceAsStream(String name) {
                return new java.io.ByteArrayInputStream(
                        "{ \"types\": [".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        });

        Said said = new Cli(home).with(broken).run("types");

        assertThat(said.err())
                .startsWith("quarterdeck: the catalog file 'META-INF/quarterdeck/types.json' is invalid (")
                .endsWith("): build or install Quarterdeck again\n")
                .hasLineCount(1);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anUnknownProfileIsRefusedWithThoseThatThereAre() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile prod]\nregion = eu-west-1\n[profile test]\n");

        Said said = new Cli(home).run("scan", "--profile", "porduction");

        assertThat(said)
                .isEqualTo(new Said(4, "", "quarterdeck: there is no profile 'porduction': you have prod, test\n"));
    }

    @Test
    void noCredentialsAtAllAreTold() {
        assertThat(new Cli(home).run("scan"))
                .isEqualTo(
                        new Said(
                                4,
                                "",
                                "quarterdeck: there are no AWS credentials: name a profile with --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n"));
    }

    @Test
    void anEndpointThatIsNotThereIsTold() {
        Said said = keys().run("scan", "--endpoint-url", "http://127.0.0.1:9");

        assertThat(said.err())
                .startsWith("quarterdeck: http://127.0.0.1:9 cannot be reached (")
                .endsWith("): is it running? check --endpoint-url\n")
                .hasLineCount(1);
        assertThat(said.code()).isEqualTo(4);
    }

    private Cli keys() {
        return new Cli(home).with("AWS_ACCESS_KEY_ID", "test").with("AWS_SECRET_ACCESS_KEY", "test");
    }
}
