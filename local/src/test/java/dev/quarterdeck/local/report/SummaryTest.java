package dev.quarterdeck.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.local.facts.Samples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Samples.Kind OPEN = new Samples.Kind(Origin.CUSTOMER, Tri.YES, Optional.empty(), Samples.NOON);
    private static final Samples.Kind SERVICE_LINKED =
            new Samples.Kind(Origin.AWS_MANAGED, Tri.NO, Optional.empty(), Samples.NOON);

    private static final Samples.Kind UNTOLD =
            new Samples.Kind(Origin.CUSTOMER, Tri.UNKNOWN, Optional.empty(), Samples.NOON);

    private final Digest digest = new Digest((_, region) -> !region.equals("mars-1"));

    @Test
    void countsByServiceAndRegionWhatIsYoursAndWhatIsNot() {
        digest.add(Samples.resource(Samples.QUEUE, "a", "eu-west-1", "{}"));
        digest.add(Samples.resource(Samples.QUEUE, "b", "us-east-1", "{}"));
        digest.add(Samples.resource(Samples.ROLE, "admin", "global", "{}"));
        digest.add(Samples.resource(Samples.ROLE, "linked", "global", "{}", SERVICE_LINKED));

        assertThat(facts()).contains("""
                Resources  yours by service and region; what AWS made apart
                  SERVICE  eu-west-1  us-east-1  global  YOURS  aws-default  aws-managed
                  iam              ·          ·       1      1            ·            1
                  sqs              1          1       ·      2            ·            ·
                  all              1          1       1      3            ·            1
                """);
    }

    @Test
    void namesWhatIsPublic() {
        digest.add(Samples.resource(Samples.QUEUE, "mailbox", "eu-west-1", "{}", OPEN));
        digest.add(Samples.resource(Samples.QUEUE, "unread", "eu-west-1", "{}", UNTOLD));
        digest.add(Samples.resource(Samples.INSTANCE, "i-1", "eu-west-1", "{}", UNTOLD));

        assertThat(facts()).contains("""
                Public  1 resource that anybody can reach, read or use
                  AWS::SQS::Queue  1  mailbox (111122223333 eu-west-1)
                  of 1 resource more it could not be told
                """);
    }

    @Test
    void tellsGapsOnceForEachCause() {
        digest.add(Samples.looked(Samples.INSTANCE, "eu-west-1"));
        digest.add(Samples.denied(Samples.QUEUE, "eu-west-1", "sqs:ListQueues"));
        digest.add(Samples.denied(Samples.QUEUE, "us-east-1", "sqs:ListQueues"));

        assertThat(facts()).contains("""
                Coverage  1 of 3 areas (account × region × type) were read, 2 gaps
                  denied  sqs:ListQueues is missing  2 areas  AWS::SQS::Queue · eu-west-1, us-east-1 · 111122223333
                """);
        assertThat(digest.gaps()).isEqualTo(2);
    }

    @Test
    void whatAwsDoesNotOfferThereIsNoGap() {
        digest.add(Samples.unsupported(Samples.QUEUE, "mars-1"));
        assertThat(digest.gaps()).isZero();

        digest.add(Samples.unsupported(Samples.QUEUE, "eu-west-1"));
        assertThat(digest.gaps()).isEqualTo(1);
    }

    @Test
    void countsCallsByServiceAndNamesTheSlowest() {
        var calls = new CallReport(
                List.of(new CallReport.Slow("sqs ListQueues", "111122223333 eu-west-1", Duration.ofMillis(1_500))));
        calls.add("sqs", new CallReport.Count(3, 1, 0, Duration.ofMillis(1_800)));
        calls.add("ec2", new CallReport.Count(1, 0, 1, Duration.ofMillis(40)));
        var text = new StringWriter();
        calls.show(new Summary(new PrintWriter(text, true), 100, Style.PLAIN));

        assertThat(text.toString()).isEqualTo("""

                Calls
                  SERVICE  calls  throttled  denied   time    each
                  sqs          3          1       ·  1.8 s  600 ms
                  ec2          1          ·       1  40 ms   40 ms
                  all          4          1       1  1.8 s  460 ms

                Slowest calls
                  1.5 s  sqs ListQueues  111122223333 eu-west-1
                """);
    }

    private String facts() {
        var text = new StringWriter();
        new Summary(new PrintWriter(text, true), 120, Style.PLAIN).facts(digest);
        return text.toString();
    }
}
