package dev.quarterdeck.infra;

import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The few alarms worth waking somebody for, over all functions of the hub account at once: each alarm costs every month. */
final class Alarms extends Construct {
    private static final Duration PERIOD = Duration.minutes(5);

    private final Topic topic;

    Alarms(Construct scope, HttpApi api, IKey key, Optional<String> email) {
        super(scope, "Alarms");
        topic = Topic.Builder.create(this, "Topic")
                .topicName("quarterdeck-alarms")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        email.map(EmailSubscription::new).ifPresent(topic::addSubscription);
        alarm("ApiErrors", "The API answers with 5xx.", api.metricServerError(statistic("Sum")), 5);
        alarm("ApiSlow", "One request in a hundred takes over 3 s.", api.metricLatency(statistic("p99")), 3_000);
        alarm("FunctionErrors", "Functions fail.", ofAllFunctions("Errors"), 1);
        alarm("FunctionThrottles", "Functions are kept from running.", ofAllFunctions("Throttles"), 1);
    }

    private static MetricOptions statistic(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
    }

    private static Metric ofAllFunctions(String name) {
        return Metric.Builder.create()
                .namespace("AWS/Lambda")
                .metricName(name)
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }

    private void alarm(String id, String says, Metric metric, int threshold) {
        var alarm = Alarm.Builder.create(this, id)
                .alarmDescription("Quarterdeck: " + says)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(new SnsAction(topic));
    }
}
