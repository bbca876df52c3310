package dev.quarterdeck.inventory.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of addresses, as somebody wrote it; a single address is a block of one. {@code bits} is 4 or 6 and the bits that
 * all its addresses share: a block covers another whose bits begin with its own.
 */
public record Network(String text, String bits) {
    private static final Pattern V4 = form(Forms.IPV4, Forms.IPV4_PREFIX);
    private static final Pattern V6 = form(Forms.IPV6, Forms.IPV6_PREFIX);
    private static final int GROUPS = 8;

    private static Pattern form(String address, String prefix) {
        return Pattern.compile("(" + address + ")(?:/(" + prefix + "))?");
    }

    public static Optional<Network> of(String text) {
        return block(V4, text, '4', Network::four).or(() -> block(V6, text, '6', Network::six));
    }

    private static Optional<Network> block(
            Pattern form, String text, char family, Function<String, Optional<String>> bits) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> prefix = Optional.ofNullable(matcher.group(2));
        return bits.apply(matcher.group(1))
                .map(all -> new Network(
                        text,
                        family + all.substring(0, prefix.map(Integer::parseInt).orElse(all.length()))));
    }

    private static Optional<String> four(String address) {
        return Optional.of(Stream.of(address.split("\\."))
                .map(part -> binary(Integer.parseInt(part), 8))
                .collect(Collectors.joining()));
    }

    private static Optional<String> six(String address) {
        int gap = address.indexOf("::");
        List<String> left = groups(gap < 0 ? address : address.substring(0, gap));
        List<String> right = groups(gap < 0 ? "" : address.substring(gap + 2));
        int missing = GROUPS - left.size() - right.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        Stream<String> zeros = Stream.generate(() -> "0").limit(missing);
        return Optional.of(Stream.of(left.stream(), zeros, right.stream())
                .flatMap(groups -> groups)
                .map(group -> binary(Integer.parseInt(group, 16), 16))
                .collect(Collectors.joining()));
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":"));
    }

    private static String binary(int number, int digits) {
        String bits = Integer.toBinaryString(number);
        return "0".repeat(digits - bits.length()) + bits;
    }

    public boolean covers(Network other) {
        return other.bits.startsWith(bits);
    }

    @Override
    public String toString() {
        return text;
    }
}
