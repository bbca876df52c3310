package dev.quarterdeck.compiler;

import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML by the 1.2 core rules ({@code on}, {@code yes} and the like are texts), keeping lines. */
final class YamlReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    /** What a reader takes plain parts for, beside whatever somebody writes with {@code !!}. */
    private static final Set<Tag> DATA =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private final Report report;

    private YamlReader(Report report) {
        this.report = report;
    }

    /** The file's one mapping; empty, with the reason in the report, if it has none. */
    static Optional<Yaml.Fields> read(Path file, Report report) {
        try (Reader text = Files.newBufferedReader(file)) {
            Node root = new org.yaml.snakeyaml.Yaml(limits()).compose(text);
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlReader(report).fields(mapping));
            }
            report.at(1, "the file must hold one mapping, beginning with `service:`");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            report.at(line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            report.at(1, "no file for this catalog: " + e.getMessage());
        } catch (IOException e) {
            report.at(1, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** A part that stands for many others may stand for more than fits into memory. */
    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        return limits;
    }

    private Yaml convert(Node node) {
        if (!DATA.contains(node.getTag())) {
            report.at(line(node), "'%s' makes no data: leave it out".formatted(node.getTag()));
        }
        return switch (node) {
            case MappingNode mapping -> fields(mapping);
            case SequenceNode list ->
                new Yaml.Items(
                        line(list), list.getValue().stream().map(this::convert).toList());
            case ScalarNode scalar -> new Yaml.Value(line(scalar), value(scalar));
            default -> throw new IllegalArgumentException("unknown YAML node: " + node);
        };
    }

    private Yaml.Fields fields(MappingNode mapping) {
        var members = new LinkedHashMap<String, Yaml>();
        for (NodeTuple entry : mapping.getValue()) {
            Node keyNode = entry.getKeyNode();
            if (!(keyNode instanceof ScalarNode key)) {
                report.at(line(keyNode), "a key must be a text");
            } else if (members.containsKey(key.getValue())) {
                report.at(line(key), "key '%s' stands here twice: keep one".formatted(key.getValue()));
            } else {
                members.put(key.getValue(), convert(entry.getValueNode()).at(line(key)));
            }
        }
        return new Yaml.Fields(line(mapping), members);
    }

    private static Json value(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return Json.of(text);
        }
        return switch (text) {
            case "true" -> Json.Bool.TRUE;
            case "false" -> Json.Bool.FALSE;
            case "", "~", "null" -> Json.Null.VALUE;
            default -> NUMBER.matcher(text).matches() ? new Json.Num(new BigDecimal(text)) : Json.of(text);
        };
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
