package dev.quarterdeck.bench.simulated;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that the simulated AWS writes itself. */
final class Texts {
    private static final Pattern ID = Pattern.compile("(>[a-z]+-[0-9a-f]{12})[0-9a-f]{5}(?=<)");

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

    /** A hundred of so many names, from this number on. */
    static byte[] tables(int from, int all) {
        int to = Math.min(all, from + 100);
        String names = IntStream.range(from + 1, to + 1)
                .mapToObj("\"table-%d\""::formatted)
                .collect(Collectors.joining(","));
        String next = to < all ? ",\"LastEvaluatedTableName\":\"table-%d\"".formatted(to) : "";
        return "{\"TableNames\":[%s]%s}".formatted(names, next).getBytes(StandardCharsets.UTF_8);
    }

    /** One of so many pages of EC2's: the same rows under other ids, and the token of the next page. */
    static byte[] page(byte[] first, int number, int all) {
        String rows = ID.matcher(new String(first, StandardCharsets.UTF_8)).replaceAll("$1%05x".formatted(number));
        String token = number + 1 < all ? "<nextToken>%d</nextToken>".formatted(number + 1) : "";
        int end = rows.lastIndexOf("</");
        return (rows.substring(0, end) + token + rows.substring(end)).getBytes(StandardCharsets.UTF_8);
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
