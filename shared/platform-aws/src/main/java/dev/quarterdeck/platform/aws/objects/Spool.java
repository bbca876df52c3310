package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;

/** A stream written to a scratch file: S3 must be told length and checksum before the first byte. */
record Spool(Path file, String hex) implements AutoCloseable {
    static Spool of(InputStream content) throws IOException {
        Path file = Files.createTempFile("quarterdeck", ".object");
        MessageDigest digest = Digest.algorithm();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.transferTo(out);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return new Spool(file, HexFormat.of().formatHex(digest.digest()));
    }

    RequestBody body() {
        return RequestBody.fromFile(file);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
