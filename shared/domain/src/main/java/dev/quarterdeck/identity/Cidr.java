package dev.quarterdeck.identity;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A range of addresses, as {@code 10.1.0.0/16} or {@code 2001:db8::/32}. */
public record Cidr(String text) {
    public Cidr {
        if (parsed(text).isEmpty()) {
            throw new IllegalArgumentException("must be a range of addresses like 10.1.0.0/16: '%s'".formatted(text));
        }
    }

    public boolean contains(String address) {
        var range = parsed(text).orElseThrow();
        byte[] network = range.network().getAddress();
        return literal(address)
                .map(InetAddress::getAddress)
                .filter(other -> other.length == network.length)
                .filter(other -> Arrays.equals(masked(other, range.bits()), masked(network, range.bits())))
                .isPresent();
    }

    @Override
    public String toString() {
        return text;
    }

    private record Range(InetAddress network, int bits) {}

    private static Optional<Range> parsed(String text) {
        String[] halves = text.split("/", -1);
        if (halves.length != 2 || !halves[1].matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(halves[1]);
        return literal(halves[0])
                .filter(network -> bits <= 8 * network.getAddress().length)
                .map(network -> new Range(network, bits));
    }

    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - 8L * i, 0, 8);
            masked[i] &= (byte) (0xff00 >> kept);
        }
        return masked;
    }
}
