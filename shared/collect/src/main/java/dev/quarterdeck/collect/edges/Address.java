package dev.quarterdeck.collect.edges;

import dev.quarterdeck.inventory.Resource.Identifier;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name that finds a resource of whatever type: an IP address, a DNS name, the id of an account or principal. Private
 * ones mean something only in their own account and region.
 */
record Address(String text, boolean worldwide) {
    private static final Set<String> WORLDWIDE = Set.of("account", "dns", "ipv6", "principal", "public-ip");
    private static final String PRIVATE = "private-ip";
    private static final String DUALSTACK = "dualstack.";

    static Optional<Address> of(Identifier identifier) {
        String text = plain(identifier.value());
        return switch (identifier.kind()) {
            case PRIVATE -> Optional.of(new Address(text, false));
            case String kind
            when WORLDWIDE.contains(kind) -> Optional.of(new Address(text, !text.endsWith(".internal")));
            default -> Optional.empty();
        };
    }

    /** Case, a trailing dot and Route 53's {@code dualstack.} do not change whose name it is. */
    static String plain(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return text.startsWith(DUALSTACK) ? text.substring(DUALSTACK.length()) : text;
    }

    /** All that is the same address, but for case. */
    static Set<String> spellings(String address) {
        String plain = plain(address);
        return Stream.of(plain, DUALSTACK + plain)
                .flatMap(text -> Stream.of(text, text + "."))
                .collect(Collectors.toSet());
    }
}
