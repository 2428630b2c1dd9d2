package dev.quarry.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other editors took, on the files of [BenchTexts].
///
/// @param browser the version of the Chromium they ran in
/// @param peers Monaco, then CodeMirror
public record PeerFigures(String browser, List<Peer> peers) {

    /// One editor's figures.
    ///
    /// @param name monaco or codemirror
    /// @param version of its npm package; that of the view for CodeMirror
    public record Peer(
            String name,
            String version,
            Opening open,
            Memory memory,
            Typing typing,
            Appending append,
            Streaming stream) {}

    /// A wait for a highlighted frame.
    ///
    /// @param millis until the highlighted frame was drawn, or until the measurement was given up
    /// @param complete false if it was given up
    public record Timed(double millis, boolean complete) {}

    /// Opening 100,000 lines, and getting to their end.
    ///
    /// @param first opening the large file in an editor that had opened only a few lines
    /// @param jump to the end right after that
    /// @param again opening the same file once more
    public record Opening(Timed first, Timed jump, Timed again, int lines) {}

    /// What the browser takes with the editor in it.
    ///
    /// @param empty all processes of the browser before the large file is opened; null where there is no /proc
    /// @param opened the same two seconds after the jump to its end
    /// @param heapMegabytes of it what JavaScript has in use
    public record Memory(@Nullable Weight empty, @Nullable Weight opened, double heapMegabytes) {}

    /// The memory of all processes of the browser, in units of 1,048,576 bytes.
    ///
    /// @param pssMegabytes pages that processes share counted once
    /// @param rssMegabytes counted in each
    public record Weight(double pssMegabytes, double rssMegabytes, int processes) {}

    /// From the key to the frame that shows its character.
    public record Typing(double p50Millis, double p99Millis, double mostMillis, int keys) {}

    /// Appending 200 kB as fast as it goes.
    ///
    /// @param oneTask 5 characters an edit, with no frame before the last edit
    /// @param coalesced 400 characters an edit, likewise
    /// @param taskPerPiece 5 characters an edit, each in a task of its own, frames in between
    public record Appending(Appended oneTask, Appended coalesced, Appended taskPerPiece) {}

    /// Until the end of what was appended is highlighted.
    ///
    /// @param millis until the end was highlighted, or until the measurement was given up
    /// @param complete false if it was given up
    /// @param pieces how many were appended by then
    /// @param longestFrameGapMillis null where no frames were to be drawn
    public record Appended(
            double millis,
            boolean complete,
            int pieces,
            @Nullable Double longestFrameGapMillis) {}

    /// 5,000 pieces of 5 characters a second.
    ///
    /// @param editPerPiece each appended when it arrives
    /// @param editPerFrame what has arrived appended once a frame
    public record Streaming(Streamed editPerPiece, Streamed editPerFrame) {}

    /// The delay of a piece is that from its arrival to the frame that shows its last character.
    ///
    /// @param millis from the first arrival to the last painted piece
    /// @param pieces how many were painted
    /// @param complete false if not all were painted within the limit; the delays are then too low
    public record Streamed(
            double p50Millis,
            double p99Millis,
            double mostMillis,
            double longestFrameGapMillis,
            double millis,
            int pieces,
            boolean complete) {}

    /// The peer of that name.
    public Peer peer(String name) {
        return peers.stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
