package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.Map;
import java.util.function.Consumer;

/** Where the rows of an inventory come from, part by part: an account of a workspace, or a whole folder. */
public interface RowSource {
    /** The parts there are, each with a stamp that moves when its rows do. */
    Map<String, String> stamps();

    void rows(String part, Sheet sheet, Consumer<Json.Obj> sink);
}
