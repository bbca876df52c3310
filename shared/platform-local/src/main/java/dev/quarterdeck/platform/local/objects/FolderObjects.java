package dev.quarterdeck.platform.local.objects;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.objects.VerifiedStream;
import dev.quarterdeck.platform.local.Disk;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects as files of a folder, each as it is, so that any tool reads it, and beside it a hidden file with its checksum.
 * What is being written lies apart until it is whole and on the disk; then it is moved into place. For one process.
 */
public final class FolderObjects implements Objects {
    private static final String DRAFTS = ".drafts";
    private static final int LOCKS = 64;

    private final Path root;
    private final Sidecars sidecars = new Sidecars();
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    private FolderObjects(Path root) {
        this.root = root;
    }

    /** Opens the folder, or makes it, and clears what an interrupted run left unfinished. */
    public static FolderObjects open(Path root) {
        try {
            Path drafts = Files.createDirectories(root.resolve(DRAFTS));
            try (Stream<Path> left = Files.list(drafts)) {
                for (Path draft : left.toList()) {
                    Files.delete(draft);
                }
            }
            return new FolderObjects(root);
        } catch (IOException e) {
            throw unavailable(root, e);
        }
    }

    /** The folder as another process may be using it: to be read only. */
    public static FolderObjects beside(Path root) {
        return new FolderObjects(root);
    }

    @Override
    public void put(ObjectName name, InputStream content) throws IOException {
        store(name, content, false);
    }

    @Override
    public boolean create(ObjectName name, InputStream content) throws IOException {
        return store(name, content, true);
    }

    private boolean store(ObjectName name, InputStream content, boolean onlyNew) throws IOException {
        Path draft = root.resolve(DRAFTS).resolve(UUID.randomUUID().toString());
        try {
            return place(draft, write(draft, content), path(name), onlyNew);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String write(Path draft, InputStream content) throws IOException {
        MessageDigest digest = Digest.algorithm();
        try (var out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
            content.transferTo(out);
        }
        Disk.flush(draft);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** At each moment the checksums beside the file tell of the file that is there: both, while it is replaced. */
    private boolean place(Path draft, String checksum, Path target, boolean onlyNew) throws IOException {
        synchronized (lock(target)) {
            boolean there = Files.exists(target);
            if (there && onlyNew) {
                return false;
            }
            makeFolders(target);
            if (there) {
                replace(draft, checksum, target);
            } else {
                sidecars.writeFirst(target, checksum);
                Disk.moveInto(draft, target);
            }
            return true;
        }
    }

    private void replace(Path draft, String checksum, Path target) throws IOException {
        sidecars.write(target, sidecars.with(target, checksum));
        Disk.moveInto(draft, target);
        sidecars.write(target, List.of(checksum));
    }

    /** One after the other: a folder that is there is there after a power cut. */
    private synchronized void makeFolders(Path target) throws IOException {
        Disk.makeFolders(root, target);
    }

    /** Who waits for the disk keeps nobody waiting who is at another object, mostly. */
    private Object lock(Path target) {
        return locks.get(Math.floorMod(target.hashCode(), locks.size()));
    }

    @Override
    public Optional<InputStream> get(ObjectName name) {
        Path path = path(name);
        synchronized (lock(path)) {
            try {
                return Files.exists(path)
                        ? Optional.of(new VerifiedStream(name, Files.newInputStream(path), sidecars.read(path)))
                        : Optional.empty();
            } catch (IOException e) {
                throw unavailable(path, e);
            }
        }
    }

    @Override
    public Optional<byte[]> range(ObjectName name, long from, int length) {
        Path path = path(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var in = new FileInputStream(path.toFile())) {
            in.getChannel().position(from);
            return Optional.of(in.readNBytes(length));
        } catch (IOException e) {
            throw unavailable(path, e);
        }
    }

    @Override
    public ObjectListing list(String prefix, Optional<ObjectName> after) {
        Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(start)) {
            return new ObjectListing(List.of(), Optional.empty());
        }
        try {
            var found = new ArrayList<ObjectListing.Entry>();
            boolean more = !new FilesInOrder(root, prefix, after).give(start, entry -> {
                found.add(entry);
                return found.size() <= MOST;
            });
            return more
                    ? new ObjectListing(
                            found.subList(0, MOST),
                            Optional.of(found.get(MOST - 1).name()))
                    : new ObjectListing(found, Optional.empty());
        } catch (IOException e) {
            throw unavailable(start, e);
        }
    }

    @Override
    public void delete(ObjectName name) {
        Path path = path(name);
        synchronized (lock(path)) {
            try {
                Files.deleteIfExists(path);
                sidecars.delete(path);
            } catch (IOException e) {
                throw unavailable(path, e);
            }
        }
    }

    private Path path(ObjectName name) {
        return root.resolve(name.value());
    }

    private static FailureException unavailable(Path path, IOException e) {
        return new FailureException(new Failure.Unavailable(
                "The folder of objects does not work at '%s': %s.".formatted(path, Disk.why(e))));
    }
}
