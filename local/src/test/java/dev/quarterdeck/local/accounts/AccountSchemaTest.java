package dev.quarterdeck.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that serves API, command line and form, held to the records behind it. */
class AccountSchemaTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AccountId ID = new AccountId("111122223333");

    static Stream<Account> accounts() {
        var role = RoleArn.of(Partition.AWS, ID, "quarterdeck-read");
        var byRole = new Account(
                ID,
                Description.named("tidewater prod"),
                Placement.in(Partition.AWS),
                Connection.ByRole.reading(role, new ExternalId("abcdefghijklmnopqrstuvwxyz234567")),
                Standing.fresh(NOW),
                Revision.first(NOW));
        var deletion = new Revision.Deletion(NOW, Status.ACTIVE);
        return Stream.of(
                byRole,
                byRole.with(new Connection.ByProfile("tidewater")),
                byRole.with(new Connection.ByKeys("AKIAIOSFODNN7EXAMPLE")),
                byRole.with(byRole.revision().with(Optional.of(deletion))));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void describesWhatTheHubAnswers(Account account) throws IOException {
        assertThat(faults("Account", AccountCodec.encode(account).text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role'}}",
                "{'name':'a','connection':{'kind':'role','role_arn':'arn:aws:iam::111122223333:role/x/y'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','session_seconds':900,'act_roles':{'storage':'arn:aws:iam::111122223333:role/s'}}}",
                "{'name':'ä ö','account_id':'111122223333','connection':{'kind':'profile','profile':'p'},'tags':{'k':''},'console':{'start_url':'https://d.awsapps.com/start'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'keys','access_key_id':'AKIAIOSFODNN7EXAMPLE','secret_access_key':'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}}"
            })
    void takesWhatTheRecordsTake(String body) throws IOException {
        String json = body.replace('\'', '"');

        assertThat(faults("NewAccount", json)).isEmpty();
        assertThat(NewAccount.from((Json.Obj) Json.parse(json)).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'account_id':'111122223333','connection':{'kind':'role'}}",
                "{'name':'a','account_id':'111122223333'}",
                "{'name':'a','connection':{'kind':'role'}}",
                "{'name':' a','account_id':'111122223333','connection':{'kind':'role'}}",
                "{'name':'a\\u202eb','account_id':'111122223333','connection':{'kind':'role'}}",
                "{'name':'a','account_id':'11112222333','connection':{'kind':'role'}}",
                "{'name':'a','account_id':'١١١١٢٢٢٢٣٣٣٣','connection':{'kind':'role'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'vault'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','session_seconds':899}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','role_arn':'arn:aws:iam::111122223333:user/x'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','act_roles':{'everything':'arn:aws:iam::111122223333:role/x'}}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role'},'status':'active'}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role'},'environment':'Prod'}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role'},'console':{'start_url':'http://x'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'keys','access_key_id':'ASIAIOSFODNN7EXAMPLE','secret_access_key':'wJalrXUtnFEMI/K7MDENG'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'keys','access_key_id':'AKIAIOSFODNN7EXAMPLE','secret_access_key':'short'}}"
            })
    void refusesWhatTheRecordsRefuse(String body) throws IOException {
        String json = body.replace('\'', '"');

        assertThat(faults("NewAccount", json)).isNotEmpty();
        assertThatThrownBy(() -> NewAccount.from((Json.Obj) Json.parse(json))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @Tag("A03")
    @ValueSource(
            strings = {
                "{'name':'a','account_id':'111122223333','external_id':'abcdefghijklmnopqrstuvwxyz234567','connection':{'kind':'role'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','external_id':'abcdefghijklmnopqrstuvwxyz234567'}}",
                "{'name':'a','account_id':'111122223333','connection':{'kind':'role','next_external_id':'abcdefghijklmnopqrstuvwxyz234567'}}"
            })
    void takesNoExternalIdFromAnybody(String body) throws IOException {
        String json = body.replace('\'', '"');

        assertThat(faults("NewAccount", json)).isNotEmpty();
        assertThatThrownBy(() -> NewAccount.from((Json.Obj) Json.parse(json)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("is not known");
    }

    private static List<String> faults(String definition, String json) throws IOException {
        return schema(definition)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String definition) throws IOException {
        String name = "/META-INF/quarterdeck/account.schema.json";
        try (InputStream in = Objects.requireNonNull(Account.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String title = "\"title\": \"Accounts\"";
            String whole = text.replace(title, "\"$ref\": \"#/$defs/%s\", %s".formatted(definition, title));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole, InputFormat.JSON);
        }
    }
}
