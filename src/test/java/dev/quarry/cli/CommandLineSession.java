package dev.quarry.cli;

import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import dev.quarry.history.History;
import dev.quarry.language.Languages;
import dev.quarry.model.Accounts;
import dev.quarry.model.FakeAccounts;
import dev.quarry.money.Spending;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetReadings;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.TextJudge;
import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.Connections;
import dev.quarry.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One use of the command line in this process: real arguments, real streams, and the unchanged Bedrock
/// client on an endpoint of this machine.
final class CommandLineSession implements AutoCloseable {

    /// Makes prompts that are easy to read back. `Echo` asks for code, `Prose` for prose, `Choosy` has
    /// parameters.
    private static final Map<String, String> PRESETS = Map.of("echo.md", """
            ---
            name: Echo
            description: Gives back
            input: code
            output: code
            temperature: 0.2
            maxTokens: 777
            ---
            # System
            You echo.
            # User
            {{source}}:
            {{{code}}}
            """, "prose.md", """
            ---
            name: Prose words
            description: Talks
            input: code
            output: markdown
            ---
            # User
            {{{code}}}
            """, "choosy.md", """
            ---
            name: Choosy
            description: Asks
            input: code
            output: code
            model: pinned.model
            parameters:
              - {name: target, label: Target language, type: language}
              - {name: mode, label: Mode, type: choice, choices: [fast, slow], default: fast}
              - {name: extra, label: Extra, type: text, optional: true}
            ---
            # User
            {{target}} {{mode}} {{extra}}
            {{{code}}}
            """);

    static final Sample SAMPLE = new Sample(
            "hello-go", "Choosy", Languages.named("java").orElseThrow(), Map.of("target", "Go"), "class A {}");

    final FakeAccounts known = new FakeAccounts();
    private final Accounts accounts;
    final FaultEndpoint endpoint;
    final List<ConnectionOptions> opened = new ArrayList<>();
    Settings settings = Settings.DEFAULTS;
    Supplier<History> history = History::inMemory;
    final Map<String, String> environment = new HashMap<>();
    boolean terminal;
    InputStream in = new ByteArrayInputStream(new byte[0]);
    OutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private final Connections connections;
    private final Path presetFolder;
    final Path folder;
    private volatile QuarryCommandLine commandLine;
    private final List<History> histories = new ArrayList<>();

    CommandLineSession(Path folder, Script... scripts) throws IOException {
        this.folder = folder;
        presetFolder = Files.createDirectories(folder.resolve("presets"));
        for (var preset : PRESETS.entrySet()) {
            Files.writeString(presetFolder.resolve(preset.getKey()), preset.getValue());
        }
        endpoint = FaultEndpoint.answering(scripts);
        accounts = known.in(folder);
        connections = options -> {
            opened.add(options);
            return endpoint.connection();
        };
    }

    private QuarryCommandLine commandLine() {
        return new QuarryCommandLine(new Surroundings(
                new StandardStreams(
                        in,
                        out,
                        StandardCharsets.UTF_8,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        () -> terminal),
                environment,
                () -> settings,
                () -> PresetLibrary.read(List.of(PresetSource.own(presetFolder)), new PresetReadings()),
                () -> List.of(SAMPLE),
                connections,
                () -> accounts,
                () -> assistant,
                () -> new TextJudge(AnswerJudge.NONE),
                this::openHistory,
                () -> Spending.open(folder, folder, UnaryOperator.identity())));
    }

    CommandLineSession typing(String input) {
        in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Runs one command; the session may run several, each with what was set before it.
    int run(String... arguments) {
        commandLine = commandLine();
        try {
            return commandLine.run(arguments);
        } finally {
            histories.forEach(History::close);
            histories.clear();
        }
    }

    private History openHistory() {
        var opened = history.get();
        histories.add(opened);
        return opened;
    }

    boolean cancel() {
        return commandLine.cancel();
    }

    String out() {
        return ((ByteArrayOutputStream) out).toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// The bodies of the requests that reached the endpoint.
    List<String> requests() {
        return endpoint.requests().stream().map(FaultEndpoint.Request::body).toList();
    }

    /// The models that were asked.
    List<String> models() {
        return endpoint.requests().stream()
                .map(r -> r.path().replaceFirst("^/model/(.+)/converse-stream$", "$1"))
                .map(m -> URLDecoder.decode(m, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        assistant.close();
        endpoint.close();
    }
}
