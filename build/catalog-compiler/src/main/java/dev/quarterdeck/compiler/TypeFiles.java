package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Items;
import dev.quarterdeck.compiler.Yaml.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The resource types of all files: those whose form is right are ready for closer checks, the rest is in the reports. */
final class TypeFiles {
    private final TypeSchema schema;
    private final List<Report> reports = new ArrayList<>();
    private final TreeMap<String, TypeEntry> types = new TreeMap<>();
    private final Set<String> unsound = new HashSet<>();
    private final Map<String, TypeEntry> aliases = new HashMap<>();

    TypeFiles(TypeSchema schema) {
        this.schema = schema;
    }

    void read(Path file) {
        var report = new Report(file.getFileName().toString());
        reports.add(report);
        YamlReader.read(file, report).ifPresent(root -> add(root, schema.check(root, report), report));
    }

    private void add(Fields root, IntPredicate sound, Report report) {
        if (!(root.get("types").orElse(null) instanceof Items types)) {
            return;
        }
        for (int i = 0; i < types.items().size(); i++) {
            if (sound.test(i)) {
                Fields type = TaggingJoin.spelledOut((Fields) types.items().get(i));
                add(new TypeEntry(report, root.need("service"), type));
            } else if (types.items().get(i) instanceof Fields broken
                    && broken.get("type").orElse(null) instanceof Value name) {
                unsound.add(name.text());
            }
        }
    }

    private void add(TypeEntry entry) {
        TypeEntry earlier = types.putIfAbsent(entry.type(), entry);
        if (earlier != null) {
            entry.report()
                    .at(
                            entry.place(),
                            "type '%s' stands in %s already: keep one".formatted(entry.type(), earlier.where()));
            return;
        }
        entry.aliases().forEach(alias -> {
            TypeEntry other = aliases.putIfAbsent(alias, entry);
            if (other != null) {
                entry.report()
                        .at(
                                entry.place(),
                                "'%s' is also an alias of '%s' (%s): give other `aliases:`"
                                        .formatted(alias, other.type(), other.where()));
            }
        });
    }

    /** The types whose form is right, by name. */
    SequencedMap<String, TypeEntry> types() {
        return types;
    }

    /** Names of types that are there, though something is wrong with them: links to them are not wrong too. */
    Set<String> unsound() {
        return unsound;
    }

    List<Problem> problems() {
        return reports.stream().flatMap(report -> report.problems().stream()).toList();
    }
}
