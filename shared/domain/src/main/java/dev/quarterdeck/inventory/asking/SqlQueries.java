package dev.quarterdeck.inventory.asking;

/** Runs somebody's own SQL where it can read only what they may see, and harm nothing. */
public interface SqlQueries {
    SqlAnswer ask(String sql, Sight sight);

    /** What may be asked. */
    SqlSchema schema();
}
