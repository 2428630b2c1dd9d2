/// The recorded sample answers, and the loopback Bedrock Runtime endpoint that serves them on the first run
/// without AWS. Sees [dev.quarry.run], the event-stream encoder and Jackson; knows no presets, so the caller
/// hands it the prompts its samples become.
@NullMarked
package dev.quarry.sample;

import org.jspecify.annotations.NullMarked;
