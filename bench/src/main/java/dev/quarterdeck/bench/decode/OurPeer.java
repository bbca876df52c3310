package dev.quarterdeck.bench.decode;

import dev.quarterdeck.bench.CannedHttp;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.WireSettings;
import dev.quarterdeck.wire.protocol.Utf8JsonSink;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The product's own client over a page from memory: from the call to canonical JSON as bytes. */
final class OurPeer {
    private static final Access ACCESS = new Access(
            "aws",
            "111122223333",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));

    private final AwsClient client;
    private final Call call;

    OurPeer(AwsClient.Catalog catalog, Page page, Map<String, ?> input) {
        client = new AwsClient(
                catalog,
                WireSettings.standard("bench").withoutLimits(),
                _ -> {},
                Clock.systemUTC(),
                new CannedHttp(page.body(), page.contentType()));
        call = Call.of(page.service(), page.operation(), input, ACCESS, "us-east-1");
    }

    byte[] content() {
        var bytes = new ByteArrayOutputStream();
        decode(bytes);
        return bytes.toByteArray();
    }

    void decode(OutputStream out) {
        var sink = new Utf8JsonSink(out);
        Answer answer = client.call(call, sink);
        sink.flush();
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("%s: %s".formatted(call.operation(), answer));
        }
    }
}
