package dev.quarterdeck.wire.tape;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Looks at an estate at some instants, each question with its answer at each look. What did not change from one look to the
 * next is kept once; the same tape is always the same bytes.
 */
public final class Tape {
    /** The error's code when something is asked that is not on the tape. */
    public static final String MISSING = "NotOnTape";

    private static final int BUFFER = 1 << 16;

    private final List<Instant> looks;
    private final SortedMap<Question, NavigableMap<Integer, Taped>> answers;

    /** Answers by question and look; a look at which something was not asked has none. */
    public Tape(List<Instant> looks, Map<Question, NavigableMap<Integer, Taped>> answers) {
        this.looks = List.copyOf(looks);
        this.answers = new TreeMap<>(answers);
    }

    public static Tape read(InputStream in) throws IOException {
        try (var unpacked = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER))) {
            return TapeFile.read(unpacked);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (var packed = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER))) {
            TapeFile.write(this, packed);
        }
    }

    /** When the estate was looked at, the oldest first. */
    public List<Instant> looks() {
        return looks;
    }

    public SortedMap<Question, NavigableMap<Integer, Taped>> answers() {
        return Collections.unmodifiableSortedMap(answers);
    }

    /** As of the last look before {@code now} at which it was asked. */
    Optional<Taped> answer(Question question, Instant now) {
        int look = (int) looks.stream().filter(at -> !at.isAfter(now)).count();
        return Optional.ofNullable(answers.get(question))
                .map(track -> track.lowerEntry(look))
                .map(Map.Entry::getValue);
    }

    /** Whether a service answers in XML, as far as this tape knows. */
    boolean isXml(String service) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().service().equals(service))
                .flatMap(entry -> entry.getValue().values().stream())
                .anyMatch(answer -> answer.body().startsWith("<"));
    }
}
