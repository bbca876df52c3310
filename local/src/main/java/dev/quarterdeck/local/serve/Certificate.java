package dev.quarterdeck.local.serve;

import dev.quarterdeck.local.Refusal;
import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PkiException;
import io.helidon.common.tls.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What a server shows over TLS, and the names under which it is reached with it: those that the certificate is for. */
public final class Certificate {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final Keys keys;
    private final List<String> names;

    private Certificate(Keys keys, List<String> names) {
        this.keys = keys;
        this.names = List.copyOf(names);
    }

    /** From PEM files: the certificate with those that vouch for it, and its private key. */
    public static Certificate read(Path chain, Path key) {
        refuseUnreadable("--tls-cert", chain);
        refuseUnreadable("--tls-key", key);
        try {
            Keys keys = Keys.builder()
                    .pem(pem -> pem.certChain(Resource.create(chain)).key(Resource.create(key)))
                    .build();
            List<String> names = names(keys.certChain().getFirst());
            if (names.isEmpty()) {
                throw Refusal.usage("--tls-cert: '%s' names no host: its subjectAltName must".formatted(chain));
            }
            if (!areOneAnothers(keys)) {
                throw Refusal.usage("--tls-key: '%s' is not the key of '%s'".formatted(key, chain));
            }
            return new Certificate(keys, names);
        } catch (PkiException | GeneralSecurityException | NoSuchElementException | IndexOutOfBoundsException _) {
            throw Refusal.usage("--tls-cert, --tls-key: '%s' and '%s' are no certificate and its private key in PEM"
                    .formatted(chain, key));
        }
    }

    private static void refuseUnreadable(String option, Path file) {
        if (!Files.isReadable(file)) {
            throw Refusal.usage("%s: '%s' cannot be read".formatted(option, file));
        }
    }

    /** Otherwise nobody would get through, and nobody would be told why. */
    private static boolean areOneAnothers(Keys keys) throws GeneralSecurityException {
        PrivateKey key = keys.privateKey().orElseThrow();
        String how = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case String other -> other;
        };
        var signing = Signature.getInstance(how);
        signing.initSign(key);
        byte[] signature = signing.sign();
        var verifying = Signature.getInstance(how);
        verifying.initVerify(keys.certChain().getFirst());
        return verifying.verify(signature);
    }

    /** A wildcard is no name that one could hold a request to. */
    private static List<String> names(X509Certificate certificate) throws CertificateParsingException {
        return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                .flatMap(Collection::stream)
                .filter(name ->
                        name.getFirst().equals(DNS_NAME) || name.getFirst().equals(IP_ADDRESS))
                .map(name -> String.valueOf(name.get(1)))
                .filter(name -> !name.contains("*"))
                .map(name -> name.contains(":") ? "[%s]".formatted(name) : name)
                .toList();
    }

    /** Never empty; the first is the one that people are told. */
    List<String> names() {
        return names;
    }

    Tls tls() {
        return Tls.builder()
                .privateKey(keys)
                .privateKeyCertChain(keys)
                .addEnabledProtocol("TLSv1.3")
                .addEnabledProtocol("TLSv1.2")
                .build();
    }
}
