package dev.quarterdeck.query.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions of docs/questions.md, asked of a small estate that has one answer to each and much that is none. */
class QuestionsTest {
    private static final Path FILE = Path.of(System.getProperty("quarterdeck.root", "../.."))
            .resolve("docs")
            .resolve("questions.md");
    private static final Pattern QUESTION = Pattern.compile(
            "^## (\\d+)\\. [^\\n]+\\n\\n```(filter|sql)\\n(.*?)\\n```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Estate ESTATE = new Estate(rows("""
                    {"uid":"1","type":"AWS::EC2::Instance","name":"web","account_id":"111122223333","account_name":"production","region":"eu-west-1","public":"yes","origin":"customer","managed_by":"cloudformation","ou_path":"o-1/r-1/ou-production/","tags":{"Owner":"web"},"identifiers":[{"kind":"public-ip","value":"52.16.0.9"}],"config":{}}
                    {"uid":"2","type":"AWS::EC2::Instance","name":"by-hand","account_id":"111122223333","account_name":"production","region":"eu-west-1","public":"unknown","origin":"customer","managed_by":null,"ou_path":"o-1/r-1/ou-production/","tags":{"owner":"web"},"identifiers":[{"kind":"public-ip","value":"52.16.0.10"}],"config":{}}
                    {"uid":"3","type":"AWS::S3::Bucket","name":"nobodys","account_id":"444455556666","account_name":"staging","region":"us-east-1","public":"yes","origin":"customer","managed_by":null,"ou_path":"o-1/r-1/ou-staging/","tags":{},"identifiers":[],"config":{}}
                    {"uid":"4","type":"AWS::EC2::VPC","name":"default","account_id":"444455556666","account_name":"staging","region":"ap-south-1","public":"no","origin":"aws-default","tags":{},"identifiers":[],"config":{}}
                    {"uid":"5","type":"AWS::SQS::Queue","name":"far-away","account_id":"444455556666","account_name":"staging","region":"ap-south-1","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{}}
                    {"uid":"6","type":"AWS::RDS::DBInstance","name":"old-postgres","account_id":"444455556666","account_name":"staging","region":"eu-west-1","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{"Engine":"aurora-postgresql","EngineVersion":"13.20"}}
                    {"uid":"7","type":"AWS::RDS::DBInstance","name":"new-postgres","account_id":"444455556666","account_name":"staging","region":"eu-west-1","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{"Engine":"postgres","EngineVersion":"14.1"}}
                    {"uid":"8","type":"AWS::RDS::DBCluster","name":"mysql","account_id":"444455556666","account_name":"staging","region":"eu-west-1","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{"Engine":"mysql","EngineVersion":"8.0"}}
                    {"uid":"9","type":"AWS::IAM::Role","name":"supplier","account_id":"444455556666","account_name":"staging","region":"global","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{}}
                    {"uid":"10","type":"AWS::IAM::Role","name":"colleague","account_id":"444455556666","account_name":"staging","region":"global","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{}}
                    {"uid":"11","type":"AWS::KMS::Key","native_id":"1234abcd-12ab-34cd-56ef-1234567890ab","name":"alias/orders","account_id":"444455556666","account_name":"staging","region":"eu-west-1","public":"no","origin":"customer","tags":{"Owner":"x"},"identifiers":[],"config":{}}
                    {"uid":"12","type":"AWS::EC2::Volume","name":"orders","account_id":"111122223333","account_name":"production","region":"eu-west-1","public":"no","origin":"customer","managed_by":"cloudformation","tags":{"Owner":"x"},"identifiers":[],"config":{}}
                    """), rows("""
                    {"from_uid":"9","rel":"trusts","to_uid":null,"to_arn":"arn:aws:iam::999988887777:root","to_account_id":"999988887777","dangling":true,"via":"x"}
                    {"from_uid":"10","rel":"trusts","to_uid":null,"to_arn":"arn:aws:iam::111122223333:root","to_account_id":"111122223333","dangling":true,"via":"x"}
                    {"from_uid":"12","rel":"encrypted-by","to_uid":"11","to_arn":"x","to_account_id":"444455556666","dangling":false,"via":"KmsKeyId"}
                    {"from_uid":"6","rel":"encrypted-by","to_uid":"11","to_arn":"x","to_account_id":"444455556666","dangling":false,"via":"KmsKeyId"}
                    """), rows("""
                    {"account_id":"111122223333","region":"eu-west-1","type":"AWS::EC2::Instance","status":"looked","reason":null,"count":2}
                    {"account_id":"444455556666","region":"eu-west-1","type":"AWS::EC2::Instance","status":"denied","reason":"AccessDenied","missing_action":"ec2:DescribeInstances","count":0}
                    """));

    private static final Projection PROJECTION = new Projection(Engine.open("256MB", 1));

    private record Asked(String language, String text) {}

    private static Map<Integer, Asked> asked = Map.of();

    @BeforeAll
    static void read() throws IOException {
        asked = QUESTION.matcher(Files.readString(FILE))
                .results()
                .collect(Collectors.toMap(
                        found -> Integer.valueOf(found.group(1)), found -> new Asked(found.group(2), found.group(3))));
    }

    @AfterAll
    static void close() {
        PROJECTION.close();
    }

    private static List<Json.Obj> rows(String lines) {
        return lines.lines().map(line -> (Json.Obj) Json.parse(line)).toList();
    }

    @ParameterizedTest
    @CsvSource({"1, web", "2, web", "5, nobodys", "6, far-away", "7, old-postgres", "9, orders", "10, by-hand"})
    void aFilterFindsItsOneAnswer(int question, String name) {
        assertThat(names(text(question, "filter"))).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "3, '[\"444455556666\",\"denied\",\"AccessDenied\",\"ec2:DescribeInstances\",1]'",
        "8, '[\"444455556666\",\"supplier\",\"999988887777\"]'"
    })
    void aQueryFindsItsOneAnswer(int question, String row) {
        assertThat(query(text(question, "sql"))).containsExactly(row);
    }

    @Test
    void onlyWhatTakesHistoryIsLeftOut() {
        assertThat(asked.keySet()).containsExactlyInAnyOrder(1, 2, 3, 5, 6, 7, 8, 9, 10);
    }

    private static String text(int question, String language) {
        Asked one = Optional.ofNullable(asked.get(question)).orElseThrow();
        assertThat(one.language()).isEqualTo(language);
        return one.text();
    }

    private static List<String> names(String text) {
        var filter = ((Reading.Understood) Question.read(text, new ShortNames()))
                .question()
                .filter();
        var name = new Field.Column("name", Kind.Plain.TEXT);
        return new DuckDbResourceLists(PROJECTION, ESTATE)
                        .list(new ListRequest(
                                filter,
                                ListRequest.When.now(Instant.EPOCH),
                                new Sight.Everything(),
                                new ListRequest.Shape(List.of(name), List.of(), List.of()),
                                new ListRequest.Page(100, Position.START, true)))
                        .rows()
                        .stream()
                        .flatMap(row -> row.get("name").stream())
                        .map(value -> ((Json.Str) value).value())
                        .toList();
    }

    private static List<String> query(String sql) {
        try (Engine engine = PROJECTION.of(ESTATE)) {
            return engine.ask(Fragment.of(sql), answer -> {
                var rows = new ArrayList<String>();
                while (answer.next()) {
                    var values = new ArrayList<Json>();
                    for (int i = 1; i <= answer.width(); i++) {
                        values.add(answer.value(i));
                    }
                    rows.add(new Json.Arr(values).text());
                }
                return rows;
            });
        }
    }

    /** Knows the short names that the questions use. */
    private static final class ShortNames implements Vocabulary {
        private static final Map<String, String> TYPES =
                Map.of("rds:dbinstance", "AWS::RDS::DBInstance", "rds:dbcluster", "AWS::RDS::DBCluster");

        @Override
        public Optional<ResourceType> type(String word) {
            return Optional.ofNullable(TYPES.get(word)).map(ResourceType::new);
        }

        @Override
        public Collection<String> typeNames() {
            return TYPES.keySet();
        }

        @Override
        public Set<String> members(List<String> path) {
            return Set.of();
        }
    }
}
