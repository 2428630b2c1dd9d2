package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.run.FencedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The code of an answer: its blocks, and those that are in the language that counts.
///
/// @param blocks all of them
/// @param pieces the blocks that are checked, read
/// @param language of the pieces
/// @param label what the first block called itself; empty for nothing
record AnswerCode(List<FencedCode.Block> blocks, List<Piece> pieces, Language language, String label) {

    private static final LanguageDetector DETECTOR = new LanguageDetector();

    static AnswerCode of(Subject subject) {
        var fenced = new FencedCode();
        fenced.append(subject.answer());
        fenced.finish();
        var blocks = fenced.blocks();
        if (blocks.isEmpty()) {
            var text = subject.promise() == Subject.Promise.TEXT ? "" : fenced.code();
            var language = language(subject, "", text);
            return new AnswerCode(
                    blocks, text.isBlank() ? List.of() : List.of(Piece.read(text, language, 0)), language, "");
        }
        var main = main(subject, blocks);
        var language = language(subject, main.label(), main.code());
        var pieces = new ArrayList<Piece>();
        var line = 0;
        var first = true;
        for (var block : blocks) {
            if (!block.code().isEmpty()) {
                line += first ? 0 : 1;
                first = false;
            }
            if (block.equals(main) || counts(block, main, language)) {
                pieces.add(Piece.read(block.code(), language, line));
            }
            line += (int) block.code().chars().filter(c -> c == '\n').count();
        }
        return new AnswerCode(blocks, List.copyOf(pieces), language, main.label());
    }

    /// The first block in the language that was asked for, else the first.
    private static FencedCode.Block main(Subject subject, List<FencedCode.Block> blocks) {
        return blocks.stream()
                .filter(b -> Languages.ofFence(b.label())
                        .filter(l -> l.equals(subject.wanted()))
                        .isPresent())
                .findFirst()
                .orElse(blocks.getFirst());
    }

    private static boolean counts(FencedCode.Block block, FencedCode.Block main, Language language) {
        return block.label().isEmpty()
                ? main.label().isEmpty()
                : Languages.ofFence(block.label()).filter(language::equals).isPresent();
    }

    private static Language language(Subject subject, String label, String code) {
        return Languages.ofFence(label)
                .or(() -> Optional.ofNullable(subject.wanted()))
                .orElseGet(() -> {
                    var told = DETECTOR.detect(code);
                    return told.sure() ? told.language() : Languages.PLAIN_TEXT;
                });
    }
}
