package dev.quarry.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands and their options as a manual page, in the language of `man(7)`.
final class ManualPage {
    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /// @param root the command that all others belong to
    static String of(CommandSpec root) {
        var manual = new ManualPage();
        manual.write(root);
        return manual.page.toString();
    }

    private void write(CommandSpec root) {
        line(".TH QUARRY 1 \"\" \"" + escape(root.version()[0]) + "\" \"User commands\"");
        section("NAME", "quarry \\- code tasks on Amazon Bedrock");
        line(".SH SYNOPSIS");
        line(".B quarry");
        line("[window [FILE]]");
        line(".br");
        line(".B quarry");
        line("COMMAND [ARGUMENT...]");
        section("DESCRIPTION", escape(text(root.usageMessage().description())));
        line("Code goes to the user's own AWS account, or, for the samples, nowhere.");
        line(".SH COMMANDS");
        line(".SS window [FILE]");
        line("Opens the window, on the file where one is named.");
        root.subcommands().values().stream().distinct().forEach(c -> command(c.getCommandSpec()));
        section("EXIT STATUS", "");
        entry("0", "The answer is complete.");
        entry("2", "The command was called in a wrong way; nothing was sent.");
        entry("3", "The answer is incomplete: cut off, interrupted or blocked.");
        entry("4", "It failed.");
        entry("5", "A check that was asked for failed.");
        entry("130", "It was cancelled.");
        section("ENVIRONMENT", "");
        entry("AWS_PROFILE, AWS_REGION", "and the other variables of the AWS tools say whose account is used.");
        entry("QUARRY_MODEL", "The model where none is named.");
    }

    private void command(CommandSpec command) {
        if (command.usageMessage().hidden()) {
            return;
        }
        line(".SS " + escape(command.qualifiedName()) + positionals(command));
        line(escape(text(command.usageMessage().description())));
        for (var positional : command.positionalParameters()) {
            argument(positional.paramLabel(), positional);
        }
        for (var option : command.options()) {
            if (!option.hidden()) {
                argument(names(option), option);
            }
        }
        command.subcommands().values().stream().distinct().forEach(c -> command(c.getCommandSpec()));
    }

    private static String positionals(CommandSpec command) {
        return command.positionalParameters().stream()
                .map(p -> " " + escape(p.paramLabel()))
                .collect(Collectors.joining());
    }

    private static String names(OptionSpec option) {
        var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join(", ", option.names()) + value;
    }

    private void argument(String title, ArgSpec argument) {
        entry(title, text(argument.description()));
    }

    private void entry(String title, String text) {
        line(".TP");
        line(".B " + escape(title));
        line(escape(text));
    }

    private void section(String title, String text) {
        line(".SH " + title);
        if (!text.isEmpty()) {
            line(text);
        }
    }

    private static String text(String[] description) {
        return Arrays.stream(description)
                .map(d -> d.replace("%n", " ").replace("%%", "%"))
                .collect(Collectors.joining(" "));
    }

    /// A backslash, a hyphen and a dot or quote at the start of a line mean something to man.
    private static String escape(String text) {
        var escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
