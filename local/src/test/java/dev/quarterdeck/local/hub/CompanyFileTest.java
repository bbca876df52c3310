package dev.quarterdeck.local.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.edge.oidc.OidcSettings;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.platform.local.vault.OwnFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheProviderAndWhereItsEndpointsMayBe() {
        write("""
                {"issuer": "https://login.example.com/t1", "client_id": "hub", "client_secret": "s3cret",
                 "groups_claim": "cognito:groups", "hosts": ["login.example.com", "auth.example.com"]}
                """);

        assertThat(CompanyFile.read(file()).at(URI.create("http://127.0.0.1:8080")))
                .isEqualTo(new OidcSettings(
                        URI.create("https://login.example.com/t1"),
                        new OidcSettings.Client("hub", "s3cret"),
                        URI.create("http://127.0.0.1:8080/auth/callback"),
                        URI.create("http://127.0.0.1:8080/"),
                        OidcSettings.Claims.COGNITO,
                        Set.of("login.example.com", "auth.example.com")));
        assertThat(CompanyFile.read(file()).toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"issuer": "http://login.example.com", "client_id": "h", "client_secret": "s3cret"}        | /issuer
            {"issuer": "https://login.example.com?x=1", "client_id": "h", "client_secret": "s3cret"}   | /issuer
            {"issuer": "https://login.example.com", "client_secret": "s3cret"}                         | /client_id
            {"issuer": "https://login.example.com", "client_id": "h", "client_secret": "s3cret", "x": 1} | /x
            ["s3cret"]                                                                                 | is not a JSON object
            {"client_secret": "s3cret                                                                  | is not a JSON object
            """)
    void saysWhatIsWrongAndNeverTheSecret(String text, String says) {
        write(text);

        assertThatThrownBy(() -> CompanyFile.read(file()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--company: '%s'", file())
                .hasMessageContaining(says)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        write("{}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> CompanyFile.read(file()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().toString()).contains("chmod 600"));
    }

    private Path file() {
        return folder.resolve("company.json");
    }

    private void write(String text) {
        new OwnFile(file()).write(text.getBytes(StandardCharsets.UTF_8));
    }
}
