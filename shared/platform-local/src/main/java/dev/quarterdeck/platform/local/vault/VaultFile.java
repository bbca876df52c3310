package dev.quarterdeck.platform.local.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.credentials.Envelope;
import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.credentials.VaultTrouble;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.kernel.Members;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The vault of one machine: a file of envelopes, each bound to its secret's name and version. For one process. */
public final class VaultFile implements Vault {
    private static final int VERSIONS_KEPT = 10;
    private static final String FORMAT = "quarterdeck-vault-1";

    private final OwnFile file;
    private final EnvelopeKey key;
    private final Clock clock;

    private VaultFile(OwnFile file, EnvelopeKey key, Clock clock) {
        this.file = file;
        this.key = key;
        this.clock = clock;
    }

    /** One version, closed; the envelope in base64. */
    private record Closed(long version, Instant at, String envelope) {}

    /** Opens the vault of these two files, or makes it; a file that others can read is refused. */
    public static VaultFile open(Path file, Path keyFile, Clock clock) {
        var vault = new VaultFile(new OwnFile(file), VaultKey.at(keyFile), clock);
        vault.load();
        return vault;
    }

    /** Whether the secrets of a vault are closed with the key of this file. */
    public static boolean opens(Path keyFile, Path file) {
        Optional<String> closedWith = new OwnFile(file).read().map(VaultFile::keyOf);
        return VaultKey.existing(keyFile).map(EnvelopeKey::id).equals(closedWith);
    }

    @Override
    public synchronized Version put(SecretName name, Secret<String> value) {
        var secrets = load();
        var versions = new ArrayList<>(secrets.getOrDefault(name.value(), List.of()));
        long version = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
        byte[] envelope = Envelope.seal(key, value.reveal().getBytes(UTF_8), place(name.value(), version));
        versions.addFirst(
                new Closed(version, clock.instant(), Base64.getEncoder().encodeToString(envelope)));
        secrets.put(name.value(), versions.subList(0, Math.min(versions.size(), VERSIONS_KEPT)));
        save(secrets);
        return new Version(Long.toString(version));
    }

    @Override
    public Optional<Secret<String>> read(SecretName name) {
        return kept(name).stream().findFirst().map(newest -> open(name, newest));
    }

    @Override
    public Optional<Secret<String>> read(SecretName name, Version version) {
        return kept(name).stream()
                .filter(closed -> Long.toString(closed.version()).equals(version.id()))
                .findFirst()
                .map(closed -> open(name, closed));
    }

    @Override
    public List<Kept> versions(SecretName name) {
        return kept(name).stream()
                .map(closed -> new Kept(new Version(Long.toString(closed.version())), closed.at()))
                .toList();
    }

    @Override
    public synchronized void delete(SecretName name) {
        var secrets = load();
        if (secrets.remove(name.value()) != null) {
            save(secrets);
        }
    }

    private synchronized List<Closed> kept(SecretName name) {
        return load().getOrDefault(name.value(), List.of());
    }

    private Secret<String> open(SecretName name, Closed closed) {
        byte[] envelope = Base64.getDecoder().decode(closed.envelope());
        byte[] content = Envelope.open(key, envelope, place(name.value(), closed.version()));
        return Secret.of(new String(content, UTF_8));
    }

    private static List<String> place(String name, long version) {
        return List.of("vault", name, Long.toString(version));
    }

    private SortedMap<String, List<Closed>> load() {
        return file.read().map(VaultFile::parse).orElseGet(TreeMap::new);
    }

    private static SortedMap<String, List<Closed>> parse(byte[] bytes) {
        return read(bytes, whole -> secrets(whole.object("secrets")));
    }

    private static String keyOf(byte[] bytes) {
        return read(bytes, whole -> whole.text("key"));
    }

    private static <T> T read(byte[] bytes, Function<Fields, T> reading) {
        try {
            if (Json.parse(new String(bytes, UTF_8)) instanceof Json.Obj whole
                    && Fields.of(whole).text("format").equals(FORMAT)) {
                return reading.apply(Fields.of(whole));
            }
        } catch (MalformedJsonException | Malformed _) {
            // told below, as every other file that is no vault
        }
        throw VaultTrouble.of("the file of the vault is damaged, or is none: restore it from a backup");
    }

    private static SortedMap<String, List<Closed>> secrets(Fields fields) {
        var secrets = new TreeMap<String, List<Closed>>();
        fields.json()
                .members()
                .keySet()
                .forEach(name -> secrets.put(
                        name,
                        fields.objects(name).stream().map(VaultFile::closed).toList()));
        return secrets;
    }

    private static Closed closed(Fields fields) {
        return new Closed(fields.whole("version"), fields.instant("at"), fields.text("envelope"));
    }

    private void save(SortedMap<String, List<Closed>> secrets) {
        var all = new Members();
        secrets.forEach((name, versions) ->
                all.put(name, Json.of(versions.stream().map(VaultFile::json).toList())));
        file.write(new Members()
                .put("format", FORMAT)
                .put("key", key.id())
                .put("secrets", all)
                .json()
                .text()
                .getBytes(UTF_8));
    }

    private static Json.Obj json(Closed closed) {
        return new Members()
                .put("version", closed.version())
                .put("at", closed.at())
                .put("envelope", closed.envelope())
                .json();
    }
}
