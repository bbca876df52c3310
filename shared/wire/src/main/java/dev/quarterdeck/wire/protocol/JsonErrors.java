package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Errors in JSON: the code from a header or {@code __type}, without namespace and address. */
final class JsonErrors implements ErrorFormat {
    private final Style style;

    /** Where the code may stand. */
    enum Style {
        RPC,
        REST
    }

    JsonErrors(Style style) {
        this.style = style;
    }

    @Override
    public Optional<ErrorReply> read(WireResponse response, byte[] body) throws IOException {
        Map<?, ?> said = parse(body);
        if (said == null) {
            String text = new String(body, StandardCharsets.UTF_8);
            return Optional.of(reply(response, code(response, Map.of()), text, ErrorReply.Form.OTHER, Map.of()));
        }
        ErrorReply.Form form = body.length == 0 ? ErrorReply.Form.EMPTY : ErrorReply.Form.MODELED;
        Object message = said.containsKey("message") ? said.get("message") : said.get("Message");
        return Optional.of(
                reply(response, code(response, said), message == null ? "" : message.toString(), form, details(said)));
    }

    private static ErrorReply reply(
            WireResponse response, String code, String message, ErrorReply.Form form, Map<String, String> details) {
        return new ErrorReply(response.status(), code, message, form, ErrorFormat.retryAfter(response), details);
    }

    /** An empty body says nothing; null means that the body is not a JSON object. */
    private static @Nullable Map<?, ?> parse(byte[] body) throws IOException {
        if (body.length == 0) {
            return Map.of();
        }
        JavaValues values = new JavaValues();
        JsonCursor in = JsonCursor.open(body, body.length);
        try {
            in.copy(values);
        } catch (MalformedResponseException _) {
            return null;
        }
        return values.value() instanceof Map<?, ?> map ? map : null;
    }

    private String code(WireResponse response, Map<?, ?> said) {
        if (style == Style.REST) {
            Optional<String> inHeader = response.headers().find("x-amzn-errortype");
            if (inHeader.isPresent()) {
                return bare(inHeader.get());
            }
            Object inBody = said.containsKey("code") ? said.get("code") : said.get("Code");
            if (inBody != null) {
                return bare(inBody.toString());
            }
        }
        Object type = said.get("__type");
        String code = type == null ? Integer.toString(response.status()) : bare(type.toString());
        return response.headers()
                .find("x-amzn-query-error")
                .map(text -> text.split(";", -1))
                .filter(parts -> parts.length == 2 && !parts[0].isEmpty())
                .map(parts -> parts[0])
                .orElse(code);
    }

    /** {@code com.amazon.coral#AccessDenied:http://…} is AccessDenied. */
    private static String bare(String code) {
        int colon = code.indexOf(':');
        String withoutAddress = colon < 0 ? code : code.substring(0, colon);
        return withoutAddress.substring(withoutAddress.lastIndexOf('#') + 1);
    }

    private static Map<String, String> details(Map<?, ?> said) {
        Map<String, String> details = new LinkedHashMap<>();
        said.forEach((key, value) -> {
            if (value instanceof String text
                    && !Set.of("__type", "message", "Message", "code", "Code").contains(key)) {
                details.put((String) key, text);
            }
        });
        return details;
    }
}
