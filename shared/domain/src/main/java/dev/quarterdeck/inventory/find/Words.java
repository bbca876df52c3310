package dev.quarterdeck.inventory.find;

import dev.quarterdeck.inventory.filter.Network;
import dev.quarterdeck.kernel.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words under which an index keeps a resource, so that it is found by what it is called or by an address: whatever
 * answers exactly or by its network bears one of the words asked for. Others may bear it too.
 */
public final class Words {
    private static final String BLOCK = "block:";
    private static final String PART_OF = "part:";

    private static final Pattern COMPLETE =
            Pattern.compile("r1[a-z2-7]{26}|[a-z]{1,20}-[0-9a-f]{17}", Pattern.CASE_INSENSITIVE);

    /** How many bits of an address stand as words of their own, the family's first. */
    private static final Map<Character, int[]> STEPS =
            Map.of('4', new int[] {8, 16, 24}, '6', new int[] {32, 48, 56, 64, 96});

    private Words() {}

    /** All that a row of {@code resources} bears. */
    public static Set<String> of(Json.Obj row) {
        var words = new HashSet<String>();
        Likeness.names(row).map(Likeness.Name::value).forEach(value -> {
            words.add(folded(value));
            network(value).ifPresent(network -> addresses(network, words));
        });
        return words;
    }

    private static void addresses(Network network, Set<String> words) {
        words.add(BLOCK + network.bits());
        for (int step : steps(network)) {
            if (step < network.bits().length()) {
                words.add(PART_OF + network.bits().substring(0, step + 1));
            }
        }
    }

    private static int[] steps(Network network) {
        return STEPS.getOrDefault(network.bits().charAt(0), new int[0]);
    }

    /** What bears exactly this. */
    public static Set<String> exactly(String wanted) {
        return Set.of(folded(wanted));
    }

    /** Whether it is all of an address, of a uid or of an id as EC2 gives them: nothing is called so in part. */
    static boolean isComplete(String wanted) {
        return COMPLETE.matcher(wanted).matches() || Network.of(wanted).isPresent();
    }

    /** What lies in the network or has it in its own; nothing where that would be nearly everything. */
    public static Optional<Set<String>> within(Network network) {
        String bits = network.bits();
        return IntStream.of(steps(network)).filter(step -> step < bits.length()).max().stream()
                .mapToObj(step -> {
                    Set<String> words = IntStream.rangeClosed(1, bits.length())
                            .mapToObj(length -> BLOCK + bits.substring(0, length))
                            .collect(Collectors.toCollection(HashSet::new));
                    words.add(PART_OF + bits.substring(0, step + 1));
                    return words;
                })
                .findFirst();
    }

    /** Most names are told from addresses by their look. */
    private static Optional<Network> network(String value) {
        boolean perhaps = !value.isEmpty()
                && (value.charAt(0) == ':' || Character.digit(value.charAt(0), 16) >= 0)
                && (value.indexOf('.') > 0 || value.indexOf(':') >= 0);
        return perhaps ? Network.of(value) : Optional.empty();
    }

    /** Two texts are folded alike where they are equal but for upper and lower case. */
    public static String folded(String text) {
        return text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
