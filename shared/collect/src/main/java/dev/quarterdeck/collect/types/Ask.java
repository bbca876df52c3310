package dev.quarterdeck.collect.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation to call, with its input, the error codes that mean "there is none", and the IAM actions it needs. Where
 * {@code together} names a list in the input, one call takes what all types put there.
 */
public record Ask(
        String service,
        String operation,
        Arguments with,
        Optional<String> together,
        Set<String> absentOn,
        List<String> permissions) {
    public Ask {
        absentOn = Set.copyOf(absentOn);
        permissions = List.copyOf(permissions);
    }
}
