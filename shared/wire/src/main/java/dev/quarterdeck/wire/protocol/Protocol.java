package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.ServiceModel;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Speaks one service's protocol, with what botocore's built-in handlers do on the way out and back. Immutable: make one a
 * service and share it, for it keeps what it has prepared for each shape.
 */
public final class Protocol {
    private final Requests requests;
    private final ResponseFormat responses;
    private final ErrorFormat errors;

    private Protocol(Requests requests, ResponseFormat responses, ErrorFormat errors) {
        this.requests = requests;
        this.responses = responses;
        this.errors = errors;
    }

    public static Protocol of(ServiceModel service) {
        return of(service, () -> UUID.randomUUID().toString());
    }

    /** {@code idempotencyTokens} gives the value of each idempotency member that the input leaves out. */
    public static Protocol of(ServiceModel service, Supplier<String> idempotencyTokens) {
        return new Protocol(
                new Requests(service, requests(service), idempotencyTokens), responses(service), errors(service));
    }

    private static RequestFormat requests(ServiceModel service) {
        return switch (service.protocol()) {
            case "query" -> new QueryRequests(service.apiVersion(), QueryRequests.Dialect.QUERY);
            case "ec2" -> new QueryRequests(service.apiVersion(), QueryRequests.Dialect.EC2);
            case "json" -> new JsonRequests(service);
            case "rest-json" -> new RestRequests(RestRequests.Body.JSON);
            case "rest-xml" -> new RestRequests(RestRequests.Body.XML);
            default -> throw unknown(service);
        };
    }

    private static ResponseFormat responses(ServiceModel service) {
        String name = service.name();
        return switch (service.protocol()) {
            case "query", "ec2" -> new QueryResponses(new XmlPlans(name));
            case "json" -> new JsonResponses(new JsonPlans(name, JsonPlans.Scalars.AS_THEY_ARE));
            case "rest-json" ->
                new RestJsonResponses(
                        new HeaderMembers(name), new JsonResponses(new JsonPlans(name, JsonPlans.Scalars.CONVERTED)));
            case "rest-xml" -> {
                RestXmlResponses usual = new RestXmlResponses(new HeaderMembers(name), new XmlPlans(name));
                yield name.equals("s3") ? new S3Responses(usual) : usual;
            }
            default -> throw unknown(service);
        };
    }

    private static ErrorFormat errors(ServiceModel service) {
        return switch (service.protocol()) {
            case "query", "ec2", "rest-xml" -> new XmlErrors();
            case "json" -> new JsonErrors(JsonErrors.Style.RPC);
            case "rest-json" -> new JsonErrors(JsonErrors.Style.REST);
            default -> throw unknown(service);
        };
    }

    private static IllegalArgumentException unknown(ServiceModel service) {
        return new IllegalArgumentException(
                "%s speaks a protocol that is not supported: '%s'".formatted(service.name(), service.protocol()));
    }

    /**
     * Checks the input against the model and serialises it.
     *
     * @throws IllegalArgumentException naming operation, member and value if the model does not allow the input
     */
    public WireRequest request(Operation operation, Map<String, ?> input) {
        return requests.request(operation, input);
    }

    /**
     * Decodes a response with status below 300 into the sink: one object, boto3's parsed response without
     * ResponseMetadata.
     *
     * @throws IOException if the body cannot be read to its end or is malformed; the sink may hold a part of it then
     */
    public Decoded decode(Operation operation, WireResponse response, JsonSink sink) throws IOException {
        return responses.read(operation, response, sink);
    }

    /** Reads what was wrong from a response with any other status. */
    public ErrorReply error(WireResponse response) throws IOException {
        return ErrorFormat.error(errors, response);
    }
}
