package dev.quarterdeck.inventory.impact;

import static dev.quarterdeck.inventory.impact.Harm.BREAKS;
import static dev.quarterdeck.inventory.impact.Harm.LOSES;
import static dev.quarterdeck.inventory.impact.Harm.NONE;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A word by which resources point to others, and what it carries: to the one that points when the other goes, and to the
 * one pointed to when the one that points goes. docs/relations.md is made of this list.
 */
public record Relation(String word, Harm toPointer, Harm toPointed, String because) {
    /** All words of the catalog. */
    public static final List<Relation> ALL = List.of(
            new Relation("in", BREAKS, NONE, "what is in it goes with it"),
            new Relation("belongs-to", BREAKS, NONE, "it is a part of it"),
            new Relation("member-of", BREAKS, LOSES, "members go with their group; a group has one member less"),
            new Relation("uses", BREAKS, NONE, "it does not work without it"),
            new Relation("runs-as", BREAKS, NONE, "it may do nothing without its role"),
            new Relation("encrypted-by", BREAKS, NONE, "it cannot be read without its key"),
            new Relation("reads-from", BREAKS, LOSES, "it has nothing to read; nobody reads from the other"),
            new Relation("sends-to", BREAKS, LOSES, "it has nowhere to send to; the other gets nothing more"),
            new Relation("routes-to", BREAKS, NONE, "its route ends nowhere"),
            new Relation("routes-for", NONE, BREAKS, "nothing leads out of there any more"),
            new Relation("resolves-to", BREAKS, LOSES, "the name stands for nothing; the other has a name less"),
            new Relation("alias-of", BREAKS, LOSES, "the name stands for nothing; the other has a name less"),
            new Relation("connects", BREAKS, LOSES, "a connection needs both ends; an end is cut off"),
            new Relation("replicates-from", LOSES, NONE, "it gets no more news"),
            new Relation("replicates-to", LOSES, LOSES, "its copies end; the copy gets no more news"),
            new Relation("registers-with", LOSES, LOSES, "nothing is sent to it; the other has fewer to send to"),
            new Relation("attached-to", LOSES, LOSES, "it is idle; the other has it no more"),
            new Relation("made-from", LOSES, NONE, "it cannot be made like that again"),
            new Relation("protected-by", LOSES, NONE, "it stands without that protection"),
            new Relation("protects", NONE, LOSES, "it stands without that protection"),
            new Relation("watches", LOSES, LOSES, "there is nothing to watch; nobody watches"),
            new Relation("logs-to", LOSES, NONE, "its log goes nowhere"),
            new Relation("dead-letters-to", LOSES, NONE, "what fails is lost"),
            new Relation("trusts", NONE, LOSES, "whoever it trusts cannot enter by it"),
            new Relation("allows", LOSES, LOSES, "a rule of it names nobody; the other is let in no more"),
            new Relation("governs", NONE, LOSES, "nothing governs it in that"),
            new Relation("governed-by", LOSES, NONE, "the rights and bounds of that policy end"),
            new Relation("bounded-by", LOSES, NONE, "the bounds of that policy end"),
            new Relation("managed-by", LOSES, NONE, "nobody manages it"),
            new Relation("serves", NONE, LOSES, "it is served no more"));

    private static final Map<String, Relation> BY_WORD =
            ALL.stream().collect(Collectors.toMap(Relation::word, Function.identity()));

    /** A word that is not in the list might matter: that is said rather than left out. */
    static Relation of(String word) {
        return BY_WORD.getOrDefault(word, new Relation(word, LOSES, NONE, "what it means is not written down"));
    }
}
