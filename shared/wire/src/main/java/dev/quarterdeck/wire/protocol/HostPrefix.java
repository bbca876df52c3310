package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Trait;
import java.util.Map;
import java.util.regex.Pattern;

/** What some operations put in front of the host, such as {@code {AccountId}.}. */
final class HostPrefix {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9.\\-]+");

    private HostPrefix() {}

    static String of(String call, Operation operation, Map<String, ?> input) {
        String prefix = operation.extras().hostPrefix().orElse("");
        for (Member member : operation.inputMembers()) {
            if (member.traits().has(Trait.HOST_LABEL) && prefix.contains("{")) {
                String value = String.valueOf(input.get(member.name()));
                if (!LABEL.matcher(value).matches()) {
                    throw new IllegalArgumentException(
                            "%s: %s goes into the host name and must have letters, digits, hyphens and dots only: '%s'"
                                    .formatted(call, member.name(), value));
                }
                prefix = prefix.replace("{" + member.name() + "}", value);
            }
        }
        return prefix;
    }
}
