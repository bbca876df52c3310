package dev.quarterdeck.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Order;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.query.hub.Questions;
import dev.quarterdeck.testkit.journey.AtHub;
import dev.quarterdeck.testkit.journey.HttpHand;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;

/**
 * The deployed hub is asked for its whole inventory, which one of its functions can be. It answers what this machine does
 * over the facts of a scan of its own.
 */
final class AskingDrill {
    private static final String SQL = """
            SELECT r.type, r.name, r.tags, r.config->>'$.Attributes.VisibilityTimeout' AS seconds, count(e.rel) AS links
            FROM resources r LEFT JOIN edges e ON e.from_uid = r.uid GROUP BY ALL ORDER BY ALL""";

    private final HttpHand ana;

    AskingDrill(HttpHand ana) {
        this.ana = ana;
    }

    void holdTo(Questions here, Vocabulary words) {
        String filter = "service in (sqs, sns, kms, iam) and origin = customer";
        Fields there = list(filter);
        Listing listing = here.asking(words).lists().list(request(filter, words));

        assertThat(there.objects("items"))
                .extracting(Fields::json)
                .contains(queue())
                .containsExactlyElementsOf(listing.rows());
        assertThat(there.object("count").whole("number"))
                .isEqualTo(listing.whole().count().number());
        assertThat(there.object("facets").objects("type"))
                .extracting(facet -> new Listing.Facet(Json.of(facet.text("value")), facet.whole("count")))
                .containsExactlyElementsOf(listing.whole().facets().get("type"));

        assertThat(query(SQL)).isEqualTo(here.ask(SQL, new Sight.Everything()));
    }

    /** What the process reads of its surroundings is refused here as at home, and the schema is that of all types. */
    void holdToItsBounds() {
        assertThat(Fields.of(ana.get("/api/query/schema")).texts("views")).contains("aws_sqs_queue");
        for (String sql : List.of("SELECT getenv('AWS_SECRET_ACCESS_KEY')", "SELECT * FROM '/proc/self/environ'")) {
            assertThatExceptionOfType(AtHub.Refused.class).isThrownBy(() -> query(sql));
        }
    }

    /** How many seconds the queue's messages stay unseen, as lists say it. */
    void holdVisibilityTo(int seconds) {
        assertThat(list("type = sqs:queue and config.Attributes.VisibilityTimeout = \"%d\"".formatted(seconds))
                        .objects("items"))
                .extracting(Fields::json)
                .containsExactly(queue());
    }

    private static Json.Obj queue() {
        return new Members()
                .put("type", "AWS::SQS::Queue")
                .put("name", "orders")
                .put("region", "us-east-1")
                .json();
    }

    private Fields list(String filter) {
        return Fields.of(
                ana.get("/api/resources?filter=%s&fields=type,name,region&sort=-type,name&facets=type&count=exact"
                        .formatted(URLEncoder.encode(filter, UTF_8))));
    }

    private SqlAnswer query(String sql) {
        Fields answer =
                Fields.of(ana.post("/api/query", new Members().put("sql", sql).json()));
        List<Json.Arr> rows = ((Json.Arr) answer.json().get("rows").orElseThrow())
                .items().stream().map(Json.Arr.class::cast).toList();
        return new SqlAnswer.Rows(answer.texts("columns"), rows, answer.flag("cut"));
    }

    private static ListRequest request(String filter, Vocabulary words) {
        var question = (Reading.Understood) Question.read(filter, words);
        var type = new Field.Column("type", Kind.Plain.TEXT);
        var name = new Field.Column("name", Kind.Plain.TEXT);
        var region = new Field.Column("region", Kind.Plain.TEXT);
        return new ListRequest(
                question.question().filter(),
                ListRequest.When.now(Clock.systemUTC().instant()),
                new Sight.Everything(),
                new ListRequest.Shape(
                        List.of(type, name, region),
                        List.of(new Order(type, true), new Order(name, false)),
                        List.of(type)),
                new ListRequest.Page(100, Position.START, true));
    }
}
