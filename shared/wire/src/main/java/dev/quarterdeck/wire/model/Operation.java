package dev.quarterdeck.wire.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a service. {@code resultWrapper} names the element around the answer in the query protocol;
 * {@code input} and {@code output} are absent where there is nothing to say.
 */
public record Operation(
        String name,
        Http http,
        Optional<Member> input,
        Optional<Member> output,
        Optional<String> resultWrapper,
        Extras extras) {

    public Optional<Paginator> paginator() {
        return extras.paginator();
    }

    /** A top-level member of the input, or null if there is none of that name. */
    public @Nullable Member inputMember(String member) {
        return input.map(i -> structure(i).member(member)).orElse(null);
    }

    public Collection<Member> inputMembers() {
        return input.map(i -> structure(i).members()).orElse(List.of());
    }

    private static Structure structure(Member member) {
        return (Structure) member.shape();
    }
}
