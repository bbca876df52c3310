package dev.quarterdeck.inventory.find;

import dev.quarterdeck.kernel.Fields;
import java.util.List;

/**
 * What came of looking for something: resources, how many more there are, and resources that point at it where it is not
 * there itself.
 */
public record Found(List<Match> matches, long more, List<Match.Tie> pointing) {
    /** As {@code /api/find} answers it. */
    public static Found of(Fields answer) {
        return new Found(
                answer.objects("items").stream().map(Match::of).toList(),
                answer.whole("more"),
                answer.objects("pointing").stream().map(Match.Tie::of).toList());
    }
}
