package dev.quarry.bench.start;

/// The peer of the command line: a program that prints a line.
public final class BareCommand {

    private BareCommand() {}

    public static void main(String[] arguments) {
        System.out.println("usage: " + String.join(" ", arguments));
    }
}
