package dev.quarterdeck.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Where a file of resources goes: to the place that was named, whole or not at all, or on standard output. */
record ExportedFile(Shell shell, ExportWish wish) {
    void take(InputStream file) throws IOException {
        if (wish.isForStdout()) {
            new InputStreamReader(file, StandardCharsets.UTF_8).transferTo(shell.out());
            shell.out().flush();
        } else {
            WholeFile.bytes(wish.out(), file::transferTo);
        }
    }
}
