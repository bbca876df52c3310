package dev.quarterdeck.platform.local.objects;

import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The objects of a folder in the order of their names. Folders that come before the first one wanted are not read. */
final class FilesInOrder {
    private final Path root;
    private final String prefix;
    private final String after;

    FilesInOrder(Path root, String prefix, Optional<ObjectName> after) {
        this.root = root;
        this.prefix = prefix;
        this.after = after.map(ObjectName::value).orElse("");
    }

    /** A file or a folder under its name from the root; that of a folder ends in a slash, by which it sorts. */
    private record Place(Path path, String name) implements Comparable<Place> {
        boolean isFolder() {
            return name.endsWith("/");
        }

        @Override
        public int compareTo(Place other) {
            return name.compareTo(other.name);
        }
    }

    /** Gives objects as long as they are wanted; whether they were until the end. */
    boolean give(Path folder, Predicate<ObjectListing.Entry> taker) throws IOException {
        for (Place place : places(folder)) {
            boolean goOn = place.isFolder()
                    ? give(place.path(), taker)
                    : entry(place).map(taker::test).orElse(true);
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

    private List<Place> places(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(this::place)
                    .filter(this::wanted)
                    .sorted()
                    .toList();
        }
    }

    private Place place(Path path) {
        String name = root.relativize(path).toString().replace('\\', '/');
        return new Place(path, Files.isDirectory(path) ? name + "/" : name);
    }

    private boolean wanted(Place place) {
        String name = place.name();
        return place.isFolder()
                ? (name.startsWith(prefix) || prefix.startsWith(name))
                        && (name.compareTo(after) > 0 || after.startsWith(name))
                : name.startsWith(prefix) && name.compareTo(after) > 0;
    }

    /** Nothing where it was deleted meanwhile. */
    private static Optional<ObjectListing.Entry> entry(Place place) throws IOException {
        try {
            var file = Files.readAttributes(place.path(), BasicFileAttributes.class);
            return Optional.of(new ObjectListing.Entry(
                    new ObjectName(place.name()),
                    file.size(),
                    file.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
