/// What all benches share: finding and starting them, and comparing with a peer. A bench is a class with a main
/// method whose name ends with Bench, anywhere under src/jmh/java.
@NullMarked
package dev.quarry.bench;

import org.jspecify.annotations.NullMarked;
