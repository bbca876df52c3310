package dev.quarterdeck.wire;

import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Paginator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Walks from page to page: what to ask for next, and whether that was asked for already. */
final class Pager {
    private final Optional<Paging.Declared> pages;
    private final Map<String, Object> input;
    // Hashes, because tokens can be kilobytes long and pages many.
    private final Set<String> seen = new HashSet<>();

    private Pager(Optional<Paging.Declared> pages, Map<String, Object> input) {
        this.pages = pages;
        this.input = input;
    }

    static Pager of(Call call, Operation operation, Paging.Pages pages, OptionalInt pageSize) {
        Optional<Paging.Declared> declared = declared(operation, pages);
        Map<String, Object> input = new HashMap<>(call.input());
        if (declared.isPresent()) {
            Optional<String> limitKey = operation.paginator().flatMap(Paginator::limitKey);
            PageSizes.member(operation, limitKey)
                    .ifPresent(member -> PageSizes.size(call, operation, member, pageSize)
                            .ifPresent(size -> input.put(member.name(), size)));
        }
        return new Pager(declared, input);
    }

    private static Optional<Paging.Declared> declared(Operation operation, Paging.Pages pages) {
        return switch (pages) {
            case Paging.Single _ -> Optional.empty();
            case Paging.Declared declared -> Optional.of(declared);
            case Paging.Modelled _ ->
                operation.paginator().map(it -> new Paging.Declared(it.input(), it.output(), it.more()));
        };
    }

    /** What to ask for now. */
    Map<String, Object> input() {
        return input;
    }

    /** Where in a page the tokens of the next one are. */
    List<String> outputs() {
        return pages.map(Paging.Declared::output).orElse(List.of());
    }

    Optional<String> more() {
        return pages.flatMap(Paging.Declared::more);
    }

    /** What a page's tokens mean. */
    enum Next {
        PAGE,
        END,
        /** These tokens were followed before: their pages would come round for ever. */
        REPEATED
    }

    /** Turns to the next page by what the last one said. */
    Next turn(Map<String, ?> tokens, boolean more) {
        Map<String, Object> next = new TreeMap<>();
        pages.ifPresent(declared -> {
            for (int i = 0; i < declared.input().size(); i++) {
                Object token = tokens.get(declared.output().get(i));
                if (token != null && !token.equals("")) {
                    next.put(declared.input().get(i), token);
                }
            }
        });
        if (!more || next.isEmpty()) {
            return Next.END;
        }
        pages.ifPresent(declared -> declared.input().forEach(input::remove));
        input.putAll(next);
        return seen.add(hash(next)) ? Next.PAGE : Next.REPEATED;
    }

    private static String hash(Map<String, Object> tokens) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(tokens.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
