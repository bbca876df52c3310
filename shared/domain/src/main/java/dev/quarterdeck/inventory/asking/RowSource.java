package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where the rows of an inventory come from, part by part: an account of a workspace, or a whole folder. */
public interface RowSource {
    /** The kinds of rows that are known here at all. */
    default Set<Sheet> sheets() {
        return Sheet.OF_ONE_LOOK;
    }

    /** The parts there are, each with a stamp that moves when its rows do. */
    Map<String, String> stamps();

    void rows(String part, Sheet sheet, Consumer<Json.Obj> sink);
}
