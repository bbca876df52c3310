package dev.quarterdeck.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {
    private static final AccountId PROD = new AccountId("111122223333");
    private static final String ROLE = "arn:aws:iam::444455556666:role/Audit";

    @TempDir
    private Path folder;

    @Test
    void readsIdsRolesAndObjectsLineByLine() throws IOException {
        List<AccountsFile.Entry> entries = read("""
                # production
                111122223333

                %s
                {"role_arn": "%s", "external_id": "4711", "name": "Audit"}
                """.formatted(ROLE, ROLE));

        RoleArn role = RoleArn.parse(ROLE, "test");
        assertThat(entries)
                .containsExactly(
                        new AccountsFile.Entry(PROD, Optional.empty(), Optional.empty(), Optional.empty()),
                        new AccountsFile.Entry(role.account(), Optional.of(role), Optional.empty(), Optional.empty()),
                        new AccountsFile.Entry(
                                role.account(), Optional.of(role), Optional.of("4711"), Optional.of("Audit")));
    }

    @Test
    void readsAJsonArrayToo() throws IOException {
        assertThat(read("[\"111122223333\", {\"account_id\": \"111122223333\", \"name\": \"Prod\"}]"))
                .containsExactly(
                        new AccountsFile.Entry(PROD, Optional.empty(), Optional.empty(), Optional.empty()),
                        new AccountsFile.Entry(PROD, Optional.empty(), Optional.empty(), Optional.of("Prod")));
    }

    @Test
    void readsCommaSeparatedValuesAsSpreadsheetsWriteThem() throws IOException {
        RoleArn role = RoleArn.parse(ROLE, "test");

        assertThat(read(
                        "\uFEFFName,Account ID,role_arn,external_id\r\n\"Prod, \"\"EU\"\"\",111122223333,,\r\n\r\n,,%s,4711\r\n"
                                .formatted(ROLE)))
                .containsExactly(
                        new AccountsFile.Entry(PROD, Optional.empty(), Optional.empty(), Optional.of("Prod, \"EU\"")),
                        new AccountsFile.Entry(
                                role.account(), Optional.of(role), Optional.of("4711"), Optional.empty()));
    }

    @Test
    void readsACellOfTwoLinesAndStepsOverCommentsAndBlankLines() throws IOException {
        assertThat(read("# our accounts\naccount_id , name\n\n  \n111122223333, \"Prod\nEU\"\n# the end\n"))
                .containsExactly(
                        new AccountsFile.Entry(PROD, Optional.empty(), Optional.empty(), Optional.of("Prod\nEU")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_id,colour;111122223333,red | line 2: unknown member 'colour': there are account_id, external_id, name, role_arn",
                "account_id,name;12,x               | line 2: account_id must be 12 digits: '12'",
                "account_id,name;,x                 | line 2: neither account_id nor role_arn is given",
                "account_id;111122223333,x          | line 2: 2 values under 1 names",
                "account_id,name;111122223333,\"x   | line 2: a quotation mark has no partner",
                "account_id,name;# note;12,x        | line 3: account_id must be 12 digits: '12'",
            })
    void namesTheRowThatIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOf(Refusal.class)
                .hasMessage("'%s' %s", file(), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1111                                | line 1: '1111' is neither an account id of 12 digits nor the ARN of a role",
                "arn:aws:iam::1:role/x               | line 1: 'arn:aws:iam::1:role/x' is not the ARN of a role: give one like arn:aws:iam::123456789012:role/Audit",
                "{\"account\": \"111122223333\"}     | line 1: unknown member 'account': there are account_id, external_id, name, role_arn",
                "{\"account_id\": 111122223333}      | line 1: account_id must be a text: '111122223333'",
                "{\"account_id\": \"12\"}            | line 1: account_id must be 12 digits: '12'",
                "{\"name\": \"x\"}                   | line 1: neither account_id nor role_arn is given",
            })
    void namesTheLineThatIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(Refusal.class).hasMessage("'%s' %s", file(), sentence);
    }

    @Test
    void refusesAFileWithoutAnAccount() {
        assertThatThrownBy(() -> read("# none\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "--accounts: '%s' names no account: put an account id or a role's ARN on each line", file());
    }

    private List<AccountsFile.Entry> read(String text) throws IOException {
        return AccountsFile.read(Files.writeString(file(), text));
    }

    private Path file() {
        return folder.resolve("accounts.txt");
    }
}
