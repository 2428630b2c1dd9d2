package dev.quarry.language.detect;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Guesses the language of code by what it looks like: the network's opinion, and signs that it overlooks.
final class CodeGuess {

    /// A language and how likely it is, from 0 to 1.
    record Candidate(Language language, double probability) {}

    /// How much less likely than its likeliest the network may hold a language before its opinion stops
    /// counting.
    private static final double FLOOR = -6;

    /// How likely the languages that the network does not know are taken to be.
    private static final double UNHEARD = -3;

    /// How much a sign counts against the network. Tuned, as the signs are, on projects that no figure is from.
    private static final double TRUST = 0.6;

    /// Enough for signs to show.
    private static final int MOST_SIGNED = 4_000;

    private static final int LONGEST_LINE = 250;

    /// Of how many languages signs are looked for.
    private static final int MOST_CHECKED = 14;

    private static final Map<Integer, Language> BY_LABEL = byLabel();

    private static final Set<Language> UNKNOWN =
            Languages.all().stream().filter(l -> !BY_LABEL.containsValue(l)).collect(Collectors.toUnmodifiableSet());

    private CodeGuess() {}

    /// The likely languages, likeliest first; their probabilities add up to 1.
    static List<Candidate> candidates(String text) {
        var scores = opinion(text);
        var likely = scores.entrySet().stream()
                .sorted(Map.Entry.<Language, Double>comparingByValue().reversed())
                .limit(MOST_CHECKED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        likely.addAll(UNKNOWN);
        Signs.weights(likely, beginning(text))
                .forEach((language, weight) -> scores.computeIfPresent(language, (l, score) -> score + TRUST * weight));
        scores.keySet().retainAll(likely);
        return softmax(scores);
    }

    /// The first lines, long ones cut: signs lie at their beginnings.
    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), MOST_SIGNED))
                .lines()
                .map(l -> l.length() <= LONGEST_LINE ? l : l.substring(0, LONGEST_LINE))
                .collect(Collectors.joining("\n"));
    }

    /// What the network alone says of our languages, as logarithms, the likeliest at 0.
    static Map<Language, Double> opinion(String text) {
        var scores = GuesslangNetwork.instance().scores(text);
        var opinion = new HashMap<Language, Double>();
        BY_LABEL.forEach((label, language) -> opinion.put(language, (double) scores[label]));
        var most = opinion.values().stream().mapToDouble(s -> s).max().orElseThrow();
        opinion.replaceAll((language, score) -> Math.max(FLOOR, score - most));
        for (var language : Languages.all()) {
            opinion.putIfAbsent(language, UNHEARD);
        }
        return opinion;
    }

    private static List<Candidate> softmax(Map<Language, Double> scores) {
        var most = scores.values().stream().mapToDouble(s -> s).max().orElseThrow();
        var sum = scores.values().stream().mapToDouble(s -> Math.exp(s - most)).sum();
        var candidates = new ArrayList<Candidate>();
        scores.forEach((language, score) -> candidates.add(new Candidate(language, Math.exp(score - most) / sum)));
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return candidates;
    }

    private static Map<Integer, Language> byLabel() {
        var byLabel = new HashMap<Integer, Language>();
        for (var label = 0; label < GuesslangNetwork.LABELS.size(); label++) {
            var index = label;
            Languages.ofFileName("x." + GuesslangNetwork.LABELS.get(label)).ifPresent(l -> byLabel.put(index, l));
        }
        return Map.copyOf(byLabel);
    }
}
