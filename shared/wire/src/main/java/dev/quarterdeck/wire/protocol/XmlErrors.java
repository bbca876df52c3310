package dev.quarterdeck.wire.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Errors in XML: {@code ErrorResponse/Error} (query, rest-xml), {@code Response/Errors/Error} (EC2) or {@code Error} alone
 * (S3).
 */
final class XmlErrors implements ErrorFormat {
    private static final String ERROR = "Error";

    @Override
    public Optional<ErrorReply> read(WireResponse response, byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        try {
            XmlCursor in = XmlCursor.open(new ByteArrayInputStream(body));
            return find(in, 2) ? Optional.of(read(in, response)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // not XML: the status has to do, as for botocore
        }
    }

    /** Goes to the element Error, at most {@code depth} below. */
    private static boolean find(XmlCursor in, int depth) throws IOException {
        if (in.name().equals(ERROR)) {
            return true;
        }
        while (depth > 0 && in.nextChild()) {
            if (in.name().equals(ERROR) || (in.name().equals("Errors") && find(in, depth - 1))) {
                return true;
            }
            in.skip();
        }
        return false;
    }

    /** Reads the element Error that the cursor stands on. */
    static ErrorReply read(XmlCursor in, WireResponse response) throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        while (in.nextChild()) {
            said.putIfAbsent(in.name(), in.text());
        }
        String code = said.getOrDefault("Code", "");
        String message = said.getOrDefault("Message", "");
        said.keySet().removeAll(Set.of("Code", "Message"));
        return new ErrorReply(
                response.status(), code, message, ErrorReply.Form.MODELED, ErrorFormat.retryAfter(response), said);
    }
}
