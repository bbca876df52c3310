package dev.quarterdeck.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** An error as each protocol writes it. */
record ErrorBody(String contentType, String text) {
    static ErrorBody of(Asked asked, String code, String message) {
        if (asked.service().equals("ec2")) {
            return xml(
                    "<Response><Errors><Error>%s</Error></Errors><RequestID>1</RequestID></Response>", code, message);
        }
        if (asked.isForm()) {
            return xml("<ErrorResponse><Error>%s</Error><RequestId>1</RequestId></ErrorResponse>", code, message);
        }
        if (asked.service().equals("s3")) {
            return xml("<Error>%s</Error>", code, message);
        }
        if (asked.service().equals("route53")) {
            return xml("<ErrorResponse><Error>%s</Error><RequestId>1</RequestId></ErrorResponse>", code, message);
        }
        String type = asked.isJson() ? "application/x-amz-json-1.1" : "application/json";
        return new ErrorBody(
                type, "{\"__type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, code, message));
    }

    void send(Conversation conversation, int status) throws IOException {
        conversation.reply(status, contentType, text.getBytes(UTF_8));
    }

    private static ErrorBody xml(String frame, String code, String message) {
        return new ErrorBody(
                "text/xml", frame.formatted("<Code>%s</Code><Message>%s</Message>".formatted(code, message)));
    }
}
