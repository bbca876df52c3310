package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a body may be and an answer may have to be: JSON in UTF-8, not packed, of a sane size. */
final class Media {
    static final int LARGEST = 1 << 20;
    private static final Set<String> JSON = Set.of("application/json", "application/json;charset=utf-8");

    private Media() {}

    static Optional<Problem> refuse(HttpRequest request) {
        if (request.body().size() > LARGEST) {
            return Optional.of(Problem.of(
                    413, "too-large", "Body too large", "a body may have at most %d bytes".formatted(LARGEST)));
        }
        if (!request.headers().all("Content-Encoding").isEmpty()) {
            return unsupported("a body must not be packed (Content-Encoding)");
        }
        if (!request.body().isEmpty() && !isJson(request.headers().all("Content-Type"))) {
            return unsupported("a body must be application/json in UTF-8");
        }
        return Optional.empty();
    }

    private static Optional<Problem> unsupported(String detail) {
        return Optional.of(Problem.of(415, "unsupported-media-type", "Unsupported media type", detail));
    }

    private static boolean isJson(List<String> types) {
        return types.size() == 1
                && JSON.contains(types.getFirst()
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .replace("\"", ""));
    }

    /** May the answer be of this type? No wish means any. */
    static boolean accepts(List<String> wishes, String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return wishes.isEmpty()
                || wishes.stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .map(wish -> wish.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .anyMatch(wish -> wish.equals("*/*") || wish.equals(family) || type.startsWith(wish));
    }
}
