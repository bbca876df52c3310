package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Checksum;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Adds a body's checksum where the operation asks for one or can take one: CRC32 unless the input says otherwise. */
final class BodyChecksum {
    private static final String USUAL = "CRC32";

    private BodyChecksum() {}

    static WireRequest added(Operation operation, Map<String, ?> input, WireRequest request) {
        Checksum checksum = operation.extras().checksum().orElse(null);
        if (checksum == null || isGiven(request)) {
            return request;
        }
        Object chosen = input.get(checksum.algorithmMember().orElse(""));
        if (chosen == null && !checksum.required() && checksum.algorithmMember().isEmpty()) {
            return request;
        }
        String algorithm = chosen == null ? USUAL : chosen.toString();
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT), digest(algorithm, request.body()));
        if (chosen == null) {
            checksum.algorithmMember()
                    .map(operation::inputMember)
                    .map(Member::wireName)
                    .ifPresent(header -> headers.put(header, USUAL));
        }
        return new WireRequest(
                request.method(), request.hostPrefix(), request.path(), request.query(), headers, request.body());
    }

    private static boolean isGiven(WireRequest request) {
        return request.headers().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-"));
    }

    private static String digest(String algorithm, byte[] body) {
        byte[] digest = switch (algorithm.toUpperCase(Locale.ROOT)) {
            case USUAL -> crc32(body);
            case "CRC32C" -> crc32c(body);
            case "SHA1" -> digestBy("SHA-1", body);
            case "SHA256" -> digestBy("SHA-256", body);
            case "SHA512" -> digestBy("SHA-512", body);
            default -> throw new IllegalArgumentException("checksum algorithm is not supported: '" + algorithm + "'");
        };
        return Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] crc32(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return fourBytes(crc.getValue());
    }

    private static byte[] crc32c(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, body.length);
        return fourBytes(crc.getValue());
    }

    private static byte[] fourBytes(long value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array();
    }

    private static byte[] digestBy(String name, byte[] body) {
        try {
            return MessageDigest.getInstance(name).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
