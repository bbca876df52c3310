package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import java.util.Optional;

/** One file of resource types: its content, if it can be read at all, and what is wrong with it. */
record SourceFile(Report report, Optional<Fields> root) {}
