package dev.quarterdeck.inventory.asking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** As what rows are written into a file; {@code mark} puts the byte order mark in front that spreadsheets know UTF-8 by. */
public record FileForm(Kind kind, boolean mark) {
    /** The kinds of files there are. */
    public enum Kind {
        CSV("text/csv; charset=utf-8"),
        NDJSON("application/x-ndjson"),
        PARQUET("application/vnd.apache.parquet");

        private final String media;

        Kind(String media) {
            this.media = media;
        }

        public String media() {
            return media;
        }

        /** By the name that people type, which is also how names of such files end. */
        public static Kind parse(String text) {
            return Stream.of(values())
                    .filter(kind -> kind.toString().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("must be csv, ndjson or parquet: '%s'".formatted(text)));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FileForm {
        if (mark && kind != Kind.CSV) {
            throw new IllegalArgumentException("only csv can begin with a byte order mark, not %s".formatted(kind));
        }
    }

    /** What the file begins with, if with anything. */
    public Optional<String> beginning() {
        return mark ? Optional.of("\uFEFF") : Optional.empty();
    }
}
