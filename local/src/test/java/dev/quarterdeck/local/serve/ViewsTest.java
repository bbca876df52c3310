package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions kept under a name, as they are kept and asked over HTTP. */
class ViewsTest {
    private static final String VIEWS = "/api/views";

    @TempDir
    private Path folder;

    private ServedAlone hub;

    @BeforeEach
    void scan() throws IOException, InterruptedException {
        hub = ServedAlone.scanned(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static Members wish(String filter) {
        return new Members()
                .put("name", "late ones")
                .put("filter", filter)
                .put("fields", "name")
                .put("sort", "-name");
    }

    private HttpResponse<String> create(String token, String filter) throws IOException, InterruptedException {
        return hub.as(token, "POST", VIEWS, Optional.of(wish(filter)));
    }

    private String made(String token, String filter) throws IOException, InterruptedException {
        HttpResponse<String> made = create(token, filter);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return ServedAlone.body(made).text("view_id");
    }

    private List<String> names(String token, String query) throws IOException, InterruptedException {
        HttpResponse<String> said = hub.as(token, "/api/resources?" + query);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        return ServedAlone.body(said).objects("items").stream()
                .map(row -> row.text("name"))
                .toList();
    }

    private List<Fields> listed(String token) throws IOException, InterruptedException {
        return ServedAlone.body(hub.as(token, VIEWS)).objects("items");
    }

    private HttpResponse<String> put(String token, String id, String tag, Members wish)
            throws IOException, InterruptedException {
        return hub.ask(
                "PUT",
                VIEWS + "/" + id,
                Optional.of(wish),
                "Authorization",
                "Bearer " + token,
                "X-Hub-Request",
                "1",
                "If-Match",
                tag);
    }

    @Test
    void isAskedByItsId() throws IOException, InterruptedException {
        String id = made(hub.token(), "config.Attributes.DelaySeconds >= 5");

        assertThat(names(hub.token(), "view=" + id)).containsExactly("orders", "bills");
        assertThat(names(hub.token(), "sort=name&view=" + id)).containsExactly("bills", "orders");
        assertThat(names(hub.token(), "filter=name%20%3D%20mail&view=" + id)).containsExactly("mail");
        assertThat(hub.as(hub.token(), "/api/resources?view=v" + "a".repeat(16)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isChangedInTheVersionThatWasRead() throws IOException, InterruptedException {
        String id = made(hub.token(), "name = mail");
        String tag = hub.as(hub.token(), VIEWS + "/" + id)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(put(hub.token(), id, tag, wish("name = bills")).statusCode()).isEqualTo(200);

        assertThat(put(hub.token(), id, tag, wish("name = orders")).statusCode())
                .isEqualTo(412);
        assertThat(names(hub.token(), "view=" + id)).containsExactly("bills");
        assertThat(listed(hub.token())).extracting(view -> view.text("filter")).containsExactly("name = bills");
    }

    /** The next page would go on in another order. */
    @Test
    void aPageOfAViewThatWasChangedIsNotGoneOnWith() throws IOException, InterruptedException {
        String id = made(hub.token(), "type = sqs:queue");
        String query = "/api/resources?limit=1&view=" + id;
        String cursor = ServedAlone.body(hub.as(hub.token(), query)).text("cursor");
        assertThat(ServedAlone.body(hub.as(hub.token(), query + "&cursor=" + cursor))
                        .objects("items"))
                .extracting(row -> row.text("name"))
                .containsExactly("mail");
        String tag = hub.as(hub.token(), VIEWS + "/" + id)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(put(hub.token(), id, tag, wish("type = sqs:queue").put("sort", "name"))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = hub.as(hub.token(), query + "&cursor=" + cursor);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is of the view as it was before");
    }

    @Test
    @Tag("C02")
    void isItsOwnersUntilItIsShared() throws IOException, InterruptedException {
        String id = made(hub.token(), "type = sqs:queue");
        String ben = hub.member("Ben", "viewer", new Members().put("accounts", List.of(ServedAlone.OTHER)));
        assertThat(listed(ben)).isEmpty();
        assertThat(hub.as(ben, VIEWS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(hub.as(ben, "/api/resources?view=" + id).statusCode()).isEqualTo(404);
        assertThat(hub.as(ben, "POST", VIEWS + "/" + id + "/share", Optional.empty())
                        .statusCode())
                .isEqualTo(403);

        assertThat(hub.console("POST", VIEWS + "/" + id + "/share", Optional.empty())
                        .statusCode())
                .isEqualTo(200);
        assertThat(listed(ben)).extracting(view -> view.text("view_id")).containsExactly(id);
        assertThat(names(ben, "view=" + id)).as("of what Ben sees").containsExactly("mail");
        String tag = hub.as(ben, VIEWS + "/" + id).headers().firstValue("ETag").orElseThrow();
        assertThat(put(ben, id, tag, wish("name = mail")).statusCode()).isEqualTo(403);

        assertThat(hub.console("POST", VIEWS + "/" + id + "/unshare", Optional.empty())
                        .statusCode())
                .isEqualTo(200);
        assertThat(listed(ben)).isEmpty();
    }

    @Test
    void isRefusedWithThePlaceOfWhatIsWrong() throws IOException, InterruptedException {
        HttpResponse<String> said = create(hub.token(), "regoin = x");
        assertThat(said.statusCode()).isEqualTo(400);
        assertThat(ServedAlone.body(said).objects("violations"))
                .extracting(Fields::json)
                .containsExactly(new Members()
                        .put("at", "/filter")
                        .put("why", "at character 1: there is no field 'regoin'; did you mean 'region'?")
                        .json());
        assertThat(create(hub.token(), "name = a at -2d").body()).contains("has an 'at'");
        assertThat(listed(hub.token())).isEmpty();
    }

    @Test
    void anExportTakesItsWords() throws IOException, InterruptedException {
        String id = made(hub.token(), "name = mail");
        HttpResponse<String> asked = hub.console(
                "POST",
                "/api/exports",
                Optional.of(new Members().put("format", "csv").put("view", id)));

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(ServedAlone.body(asked).text("filter")).isEqualTo("name = mail");
        assertThat(ServedAlone.body(asked).text("sort")).isEqualTo("-name");
    }
}
