package dev.quarterdeck.inventory.filter;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of addresses, as somebody wrote it; a single address is a block of one. {@code bits} is 32 or 128. IPv6 addresses that end in a dotted
 * IPv4 one are not understood: AWS never writes them.
 */
public record Network(String text, int bits, BigInteger first, int prefix) {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String GROUPS = "[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4})*";
    /** Also how the engine tells addresses: RE2 and Java agree on these. */
    public static final String V4 = "(?:" + BYTE + "\\.){3}" + BYTE;

    public static final String V6 = "(?:" + GROUPS + ")?::(?:" + GROUPS + ")?|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){7}";

    private static final Pattern FORM_4 = Pattern.compile("(" + V4 + ")(?:/([0-9]|[12][0-9]|3[0-2]))?");
    private static final Pattern FORM_6 = Pattern.compile("(" + V6 + ")(?:/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?");
    private static final int GROUP_COUNT = 8;

    public static Optional<Network> of(String text) {
        return block(FORM_4, text, 32, Network::four).or(() -> block(FORM_6, text, 128, Network::six));
    }

    private interface Reader {
        Optional<BigInteger> read(String address);
    }

    private static Optional<Network> block(Pattern form, String text, int bits, Reader reader) {
        var matcher = form.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
        return reader.read(matcher.group(1)).map(address -> new Network(text, bits, address, prefix));
    }

    private static Optional<BigInteger> four(String address) {
        return Optional.of(number(Stream.of(address.split("\\.")).map(part -> new BigInteger(part)), 8));
    }

    private static Optional<BigInteger> six(String address) {
        int gap = address.indexOf("::");
        List<String> left = groups(gap < 0 ? address : address.substring(0, gap));
        List<String> right = groups(gap < 0 ? "" : address.substring(gap + 2));
        int missing = GROUP_COUNT - left.size() - right.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        Stream<String> zeros = Stream.generate(() -> "0").limit(missing);
        return Optional.of(number(
                Stream.of(left.stream(), zeros, right.stream())
                        .flatMap(groups -> groups)
                        .map(group -> new BigInteger(group, 16)),
                16));
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":"));
    }

    private static BigInteger number(Stream<BigInteger> parts, int bitsEach) {
        return parts.reduce(
                BigInteger.ZERO, (sum, part) -> sum.shiftLeft(bitsEach).or(part));
    }

    /** The first and last address of the block. */
    public BigInteger low() {
        return first.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    public BigInteger high() {
        return low().add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
    }

    public boolean covers(Network other) {
        return bits == other.bits && low().compareTo(other.low()) <= 0 && high().compareTo(other.high()) >= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
