package dev.quarterdeck.local.asking;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFile;
import dev.quarterdeck.local.facts.FactFolder;
import java.util.Map;
import java.util.function.Consumer;

/** The rows of a folder that a scan wrote: one part, which never changes. */
public record FolderRows(FactFolder folder) implements RowSource {
    @Override
    public Map<String, String> stamps() {
        return Map.of("folder", "");
    }

    @Override
    public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
        folder.rows(
                switch (sheet) {
                    case RESOURCES -> FactFile.RESOURCES;
                    case EDGES -> FactFile.EDGES;
                    case COVERAGE -> FactFile.COVERAGE;
                    case ACCOUNTS, CHANGES ->
                        throw new IllegalArgumentException("a folder holds one look, and no " + sheet);
                },
                sink);
    }
}
