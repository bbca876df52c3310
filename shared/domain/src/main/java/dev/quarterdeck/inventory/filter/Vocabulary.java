package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the catalog knows of the words in a filter. */
public interface Vocabulary {
    /** By full or short name, whatever the case of its letters. */
    Optional<ResourceType> type(String word);

    /** All names of all types, to suggest from. */
    Collection<String> typeNames();

    /** The names that members of config may have at a path, of whatever type; empty where anything may stand there. */
    Set<String> members(List<String> path);
}
