package dev.quarterdeck.local;

import dev.quarterdeck.audit.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of audit records, read line by line, however long it is. */
final class RecordFile {
    /** A line beyond this is no record; the rest of it is looked at as a line of its own. */
    private static final int LONGEST_LINE = 1 << 20;

    private RecordFile() {}

    static Verifier.Verdict verify(Path file, Verifier verifier) {
        try (var in = Files.newInputStream(file)) {
            feed(in, verifier);
            return verifier.verdict();
        } catch (IOException e) {
            throw Refusal.usage("'%s' cannot be read: %s".formatted(file, Refusal.why(e)));
        }
    }

    private static void feed(InputStream in, Verifier verifier) throws IOException {
        var line = new ByteArrayOutputStream();
        var chunk = new byte[1 << 16];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, from, i + 1 - from);
                    from = i + 1;
                    take(line, verifier);
                }
            }
            line.write(chunk, from, length - from);
            if (line.size() > LONGEST_LINE) {
                take(line, verifier);
            }
        }
        if (line.size() > 0) {
            take(line, verifier);
        }
    }

    private static void take(ByteArrayOutputStream line, Verifier verifier) {
        verifier.take(line.toByteArray());
        line.reset();
    }
}
