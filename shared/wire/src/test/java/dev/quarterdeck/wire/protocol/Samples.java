package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ModelIndexWriter;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Hand-made models, and what they make of inputs and bodies. */
final class Samples {
    private Samples() {}

    /** A service with one operation called Do; {@code shapes} must have Input and Output. */
    static ServiceModel service(String name, String protocol, String operation, String shapes) {
        return service("""
                {"service": "%s",
                 "metadata": {"protocol": "%s", "apiVersion": "2020-01-01", "endpointPrefix": "%s",
                              "targetPrefix": "Target_2020", "jsonVersion": "1.1"},
                 "operations": {"Do": {"name": "Do", "http": {"method": "POST", "requestUri": "/"},
                                       "input": {"shape": "Input"}, "output": {"shape": "Output"} %s}},
                 "shapes": {%s}}
                """.formatted(name, protocol, name, operation.isEmpty() ? "" : ", " + operation, shapes));
    }

    static ServiceModel service(String extract) {
        try {
            byte[] index = new ModelIndexWriter()
                    .add(new ByteArrayInputStream(extract.getBytes(StandardCharsets.UTF_8)))
                    .toBytes();
            ModelIndex read = ModelIndex.of(index);
            return read.service(read.services().iterator().next());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Operation operation(ServiceModel service) {
        return service.operation(service.operations().iterator().next());
    }

    static WireRequest request(ServiceModel service, Map<String, ?> input) {
        return Protocol.of(service, () -> "token-1").request(operation(service), input);
    }

    static String body(WireRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    static WireResponse response(int status, Map<String, List<String>> headers, String body) {
        return new WireResponse(
                status, Headers.of(headers), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The answer as JSON text, members in the order of the body. */
    static String decode(ServiceModel service, String body) throws IOException {
        return decode(service, response(200, Map.of(), body));
    }

    static String decode(ServiceModel service, WireResponse response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8JsonSink sink = new Utf8JsonSink(bytes);
        Protocol.of(service).decode(operation(service), response, sink);
        sink.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
