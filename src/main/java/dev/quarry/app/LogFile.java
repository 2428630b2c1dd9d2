package dev.quarry.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;

/// The log: one file of the user's that is continued in a new one when it grows, and never more than 30 MB of them all.
/// Nothing goes to the console, where the command line speaks. In code, because to read the same from XML costs a start
/// a good part of its time; ranked so that a `logback.xml` or `logback-test.xml` on the class path goes before it.
@ConfiguratorRank(LogFile.AFTER_FILES)
public final class LogFile extends ContextAwareBase implements Configurator {
    static final int AFTER_FILES = ConfiguratorRank.NOMINAL - 1;

    /// The system property that names the folder.
    static final String FOLDER = "quarry.log.dir";

    private static final int OLD_FILES = 5;
    private static final long FILE_BYTES = 5 * FileSize.MB_COEFFICIENT;
    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{36}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var usual = Path.of(System.getProperty("java.io.tmpdir"), "quarry-logs").toString();
        write(context, Path.of(System.getProperty(FOLDER, usual)));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Sends what is logged to files in that folder.
    static void write(LoggerContext context, Path folder) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setName("file");
        file.setFile(folder.resolve("quarry.log").toString());

        var names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(file);
        names.setFileNamePattern(folder.resolve("quarry.%i.log").toString());
        names.setMinIndex(1);
        names.setMaxIndex(OLD_FILES);
        names.start();
        file.setRollingPolicy(names);

        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_BYTES));
        // Else the size is looked at once a minute, in which an error that comes with every frame could fill a disk.
        size.setCheckIncrement(Duration.buildBySeconds(1));
        size.start();
        file.setTriggeringPolicy(size);

        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        file.setEncoder(encoder);
        file.start();

        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file);
        context.getLogger("dev.quarry").setLevel(Level.INFO);
    }
}
