package dev.quarterdeck.functions.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.platform.aws.broker.BrokerCodec;
import dev.quarterdeck.platform.aws.broker.Opened;
import dev.quarterdeck.wire.RoleSession;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;

/** Takes questions as bytes, has them answered, and logs each: what was asked and how it ended, no secret of either. */
final class Counter {
    private final Broker broker;
    private final Consumer<String> log;
    private final Clock clock;

    @Inject
    Counter(Broker broker, Consumer<String> log, Clock clock) {
        this.broker = broker;
        this.log = log;
        this.clock = clock;
    }

    byte[] serve(byte[] question) {
        if (!(Json.parse(new String(question, UTF_8)) instanceof Json.Obj asked)) {
            throw new IllegalArgumentException("a question must be a JSON object");
        }
        RoleSession session = BrokerCodec.question(asked);
        Opened opened = broker.open(session);
        log.accept(line(session, opened));
        return BrokerCodec.answer(opened).text().getBytes(UTF_8);
    }

    private String line(RoleSession session, Opened opened) {
        var line = new Members()
                .put("time", clock.instant())
                .put("role", session.roleArn())
                .put("session", session.name());
        switch (opened) {
            case Opened.Session made ->
                line.put("level", "INFO").put("opened", made.accessKeyId()).put("until", made.expires());
            case Opened.Refused(var failure) -> line.put("level", "WARN").put("refused", failure.message());
        }
        return line.json().text();
    }
}
