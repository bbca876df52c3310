package dev.quarterdeck.bench.simulated;

import java.util.List;
import java.util.stream.Collectors;

/** Bodies that the simulated AWS writes itself. */
final class Texts {
    private Texts() {}

    static String identity(String account) {
        return """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:sts::%1$s:assumed-role/r/s</Arn><UserId>AROA:s</UserId><Account>%1$s</Account>\
            </GetCallerIdentityResult></GetCallerIdentityResponse>""".formatted(account);
    }

    static String regions(List<String> regions) {
        return regions.stream()
                .map(("<item><regionName>%1$s</regionName><regionEndpoint>ec2.%1$s.amazonaws.com</regionEndpoint>"
                        + "<optInStatus>opt-in-not-required</optInStatus></item>")::formatted)
                .collect(Collectors.joining(
                        "",
                        "<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><regionInfo>",
                        "</regionInfo></DescribeRegionsResponse>"));
    }

    static String jsonError(String code, String message) {
        return "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
    }

    static String xmlError(String code, String message) {
        return ("<ErrorResponse><Errors><Error><Code>%1$s</Code><Message>%2$s</Message></Error></Errors>"
                        + "<Error><Type>Sender</Type><Code>%1$s</Code><Message>%2$s</Message></Error></ErrorResponse>")
                .formatted(code, message);
    }
}
