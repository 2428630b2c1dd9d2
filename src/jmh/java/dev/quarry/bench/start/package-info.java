/// What `StartBench` starts: the window and its peers, each of which says when its text takes typing.
@NullMarked
package dev.quarry.bench.start;

import org.jspecify.annotations.NullMarked;
