package dev.quarterdeck.inventory.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the name of a field, and says which was meant where there is none. */
final class FieldNames {
    /** Names that people may type for columns. */
    private static final Map<String, String> SHORT = Map.of("cost", "cost_30d", "ou", "ou_path");

    private static final List<String> ROOTS = List.of("tag.", "config.");

    private static final Set<String> WHOLE = Set.of("tags", "config");

    private final Scanner scanner;
    private final Vocabulary vocabulary;

    FieldNames(Scanner scanner, Vocabulary vocabulary) {
        this.scanner = scanner;
        this.vocabulary = vocabulary;
    }

    Field read(Surroundings within) {
        int at = scanner.at();
        var starts = new ArrayList<Integer>();
        var path = new ArrayList<String>();
        do {
            starts.add(scanner.at());
            path.add(scanner.segment());
        } while (scanner.dot());
        String root = path.removeFirst();
        return switch (root) {
            case "tag", "tags" -> new Field.Tag(tag(at, path));
            case "config" -> config(at, starts, path);
            case "it" -> item(at, path, within);
            case "link" -> link(at, path, within);
            default -> column(at, root, path);
        };
    }

    /** A field to be shown: also {@code tags} and {@code config} as a whole. */
    Field shown() {
        String name = scanner.peek();
        return WHOLE.contains(name) && scanner.take(name) ? new Field.Whole(name) : read(Surroundings.NONE);
    }

    private static String tag(int at, List<String> path) {
        if (path.isEmpty()) {
            throw new FlawException(at, "which tag? Write 'tag.' and its key");
        }
        return String.join(".", path);
    }

    private Field config(int at, List<Integer> starts, List<String> path) {
        if (path.isEmpty()) {
            throw new FlawException(at, "which part of config? Write 'config.' and a path");
        }
        for (int i = 0; i < path.size(); i++) {
            Set<String> known = vocabulary.members(path.subList(0, i));
            if (known.isEmpty()) {
                break;
            }
            String name = path.get(i);
            if (!known.contains(name)) {
                throw new FlawException(starts.get(i + 1), "no type has '%s' there".formatted(name), name, known);
            }
        }
        return new Field.Config(path);
    }

    private static Field item(int at, List<String> path, Surroundings within) {
        if (!within.item()) {
            throw new FlawException(at, "'it' is an item of a list: it is only known within any(…)");
        }
        return new Field.Item(path);
    }

    private static Field link(int at, List<String> path, Surroundings within) {
        if (!within.link()) {
            throw new FlawException(at, "'link' is only known within uses(…) and used_by(…)");
        }
        String name = String.join(".", path);
        Kind kind = Columns.LINK.get(name);
        if (kind == null) {
            throw new FlawException(at, "a link has no '%s'".formatted(name), name, Columns.LINK.keySet());
        }
        return new Field.Link(name, kind);
    }

    private static Field column(int at, String root, List<String> path) {
        String name = SHORT.getOrDefault(root, root);
        Kind kind = Columns.RESOURCE.get(name);
        if (kind == null || !path.isEmpty()) {
            String typed = path.isEmpty() ? root : root + "." + String.join(".", path);
            List<String> known = Stream.of(Columns.RESOURCE.keySet(), SHORT.keySet(), ROOTS)
                    .flatMap(names -> names.stream())
                    .toList();
            throw new FlawException(at, "there is no field '%s'".formatted(typed), typed, known);
        }
        return new Field.Column(name, kind);
    }

    /** What stands around a test. */
    record Surroundings(boolean item, boolean link) {
        static final Surroundings NONE = new Surroundings(false, false);

        Surroundings withItem() {
            return new Surroundings(true, link);
        }

        /** The other end is another resource: no item of this one is in sight there. */
        static Surroundings ofLink() {
            return new Surroundings(false, true);
        }
    }
}
