/// Going on with an answer: the field that refines it, its versions, and the files that are read along.
@NullMarked
package dev.quarry.ui.conversation;

import org.jspecify.annotations.NullMarked;
