package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import java.util.Locale;
import java.util.stream.Stream;

/** A resource type as it stands in its file. */
record TypeEntry(Report report, String service, Fields fields) {
    String type() {
        return fields.need("type");
    }

    /** Where it is asked: {@code regional} unless said otherwise. */
    String home() {
        return fields.text("home").orElse("regional");
    }

    Yaml place() {
        return fields.get("type").orElse(fields);
    }

    String where() {
        return report.file() + ":" + place().line();
    }

    /** What else people may call it: {@code ec2:security-group}, and what the entry adds. */
    Stream<String> aliases() {
        String last = type().substring(type().lastIndexOf(':') + 1);
        String kebab = last.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(service + ":" + kebab),
                        fields.each("aliases").map(alias -> ((Yaml.Value) alias).text()))
                .distinct();
    }
}
