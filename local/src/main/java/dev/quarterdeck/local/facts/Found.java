package dev.quarterdeck.local.facts;

import java.util.List;

/** All that came of looking for something: resources, and resources that point at it where it is not there itself. */
public record Found(List<Match> matches, List<Match.Tie> pointing) {}
