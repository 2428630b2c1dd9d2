package dev.quarry.bedrock;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The AWS command line of this machine, where it is there. Its `sso login` can sign in where an organisation has
/// switched the device flow off.
record AwsCommandLine(Path program) {

    /// The properties by which Java programs are told what the command line is told by its environment.
    private static final Map<String, String> TOLD = Map.of(
            "aws.configFile", "AWS_CONFIG_FILE",
            "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE",
            "aws.caBundle", "AWS_CA_BUNDLE");

    private static final Pattern ADDRESS = Pattern.compile("https://\\S+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");
    private static final int MOST_WORDS = 300;

    /// Version 1 knows no `sso login`, and says so by these.
    private static final List<Integer> UNKNOWN_COMMAND = List.of(2, 252);

    /// How a sign-in ended.
    ///
    /// @param words what it said last of what went wrong; empty for nothing
    record Ended(int exit, String words) {

        boolean isDone() {
            return exit == 0;
        }

        /// Whether this version of it has no such command.
        boolean isUnknownCommand() {
            return UNKNOWN_COMMAND.contains(exit);
        }
    }

    /// Told what the user has to do.
    interface Prompt {
        /// Where to go.
        ///
        /// @param code empty where the address tells all
        void show(URI address, String code);
    }

    /// The first one of the folders in `PATH`.
    static Optional<AwsCommandLine> onPath(String path) {
        var names = File.pathSeparatorChar == ';' ? List.of("aws.exe", "aws.cmd") : List.of("aws");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(AwsCommandLine::new);
    }

    /// Signs in, and returns when that is done. It and all that it started are ended when the caller is interrupted.
    ///
    /// @param profile of the AWS files
    /// @param proxy by which it is to go; null for that of the environment
    Ended signIn(String profile, @Nullable URI proxy, Prompt prompt) throws IOException, InterruptedException {
        var words = Files.createTempFile("quarry-sign-in", ".txt");
        try {
            var builder = new ProcessBuilder(program.toString(), "sso", "login", "--no-browser", "--profile", profile)
                    .redirectError(words.toFile());
            var environment = builder.environment();
            TOLD.forEach((property, variable) -> Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> environment.put(variable, value)));
            if (proxy != null) {
                environment.put("HTTPS_PROXY", proxy.toString());
                environment.remove("https_proxy");
            }
            var process = builder.start();
            try {
                process.getOutputStream().close();
                var reader = Thread.ofVirtual().name("aws-sso-login").start(() -> read(process, prompt));
                var exit = process.waitFor();
                reader.join();
                return new Ended(exit, last(words));
            } finally {
                Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly);
            }
        } finally {
            Files.deleteIfExists(words);
        }
    }

    /// The address comes first. With one that brings the browser back by itself there is no code.
    private static void read(Process process, Prompt prompt) {
        try (var lines = process.inputReader()) {
            URI address = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var found = ADDRESS.matcher(line);
                var code = CODE.matcher(line.strip());
                if (address == null && found.find()) {
                    address = URI.create(found.group());
                    if (found.group().contains("redirect_uri=")) {
                        prompt.show(address, "");
                    }
                } else if (address != null && code.matches()) {
                    prompt.show(address, code.group());
                }
            }
        } catch (IOException e) {
            return; // it was ended
        }
    }

    private static String last(Path words) throws IOException {
        var all = new String(Files.readAllBytes(words), Charset.defaultCharset()).strip();
        var line = all.substring(all.lastIndexOf('\n') + 1).strip();
        return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
    }
}
