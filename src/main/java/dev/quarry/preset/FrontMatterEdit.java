package dev.quarry.preset;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Changes what the task form can change in a front matter, and leaves all else to the letter: comments, order, quotes
/// and blank lines are their author's.
final class FrontMatterEdit {
    private static final List<String> PARAMETER_KEYS = List.of("name", "label", "type");

    private final String yaml;
    private final List<Change> changes = new ArrayList<>();

    /// Text that takes the place of a piece.
    private record Change(int from, int to, String text) {}

    private FrontMatterEdit(String yaml) {
        this.yaml = yaml;
    }

    /// Name, temperature, model and defaults become those of another preset.
    ///
    /// @param yaml has been read as a preset's, so that nothing in it can do harm; ends with a line end
    /// @param was what it says
    /// @return empty where it is written in a way that this does not know
    static Optional<String> of(String yaml, Preset was, Preset to) {
        try {
            return new Yaml().compose(new StringReader(yaml)) instanceof MappingNode root
                            && root.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
                    ? new FrontMatterEdit(yaml).changed(root, was, to)
                    : Optional.empty();
        } catch (YAMLException e) {
            return Optional.empty(); // two readers of YAML that differ: the file is then written anew
        }
    }

    private Optional<String> changed(MappingNode root, Preset was, Preset to) {
        var done = set(root, PresetFile.KEYS, "name", was.name(), to.name(), YamlScalar.of(to.name()))
                && set(
                        root,
                        PresetFile.KEYS,
                        "temperature",
                        was.temperature(),
                        to.temperature(),
                        String.valueOf(to.temperature()))
                && set(root, PresetFile.KEYS, "model", was.model(), to.model(), YamlScalar.of(to.model()))
                && defaults(root, was.parameters(), to.parameters());
        return done ? Optional.of(applied()) : Optional.empty();
    }

    private boolean defaults(MappingNode root, List<Parameter> was, List<Parameter> to) {
        var parameters = entry(root, "parameters");
        if (was.equals(to)) {
            return true;
        }
        if (was.size() != to.size()
                || parameters == null
                || !(parameters.getValueNode() instanceof SequenceNode items)
                || items.getValue().size() != was.size()) {
            return false;
        }
        for (var i = 0; i < was.size(); i++) {
            var old = was.get(i).defaultValue();
            var wanted = to.get(i).defaultValue();
            if (!(items.getValue().get(i) instanceof MappingNode item)
                    || !set(item, PARAMETER_KEYS, "default", old, wanted, YamlScalar.of(wanted))) {
                return false;
            }
        }
        return true;
    }

    /// Sets a key of a mapping, or takes it away when it is wanted no more.
    ///
    /// @param order the keys that a new one stands behind
    private boolean set(
            MappingNode mapping,
            List<String> order,
            String key,
            @Nullable Object was,
            @Nullable Object wanted,
            String text) {
        if (Objects.equals(was, wanted)) {
            return true;
        }
        var entry = entry(mapping, key);
        var flow = mapping.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
        if (wanted == null) {
            return entry != null && (flow ? removeFromFlow(mapping, entry) : removeLines(entry));
        }
        if (entry == null) {
            var before = lastOf(mapping, order, key);
            return before != null
                    && (flow ? add(end(before), ", " + key + ": " + text) : addLine(before, key + ": " + text));
        }
        return replace(entry, text);
    }

    private boolean replace(NodeTuple entry, String text) {
        if (!(entry.getValueNode() instanceof ScalarNode scalar)) {
            return false;
        }
        var from = offset(scalar.getStartMark());
        changes.add(new Change(from, end(entry), isBlock(scalar) ? text + "\n" : text));
        return true;
    }

    private boolean removeFromFlow(MappingNode mapping, NodeTuple entry) {
        var at = mapping.getValue().indexOf(entry);
        if (at == 0) {
            return false; // a parameter starts with something else
        }
        changes.add(new Change(end(mapping.getValue().get(at - 1)), end(entry), ""));
        return true;
    }

    private boolean removeLines(NodeTuple entry) {
        var key = offset(entry.getKeyNode().getStartMark());
        var line = yaml.lastIndexOf('\n', key - 1) + 1;
        if (!yaml.substring(line, key).isBlank()) {
            return false; // the first of a list's item, behind its hyphen
        }
        changes.add(new Change(line, lineAfter(end(entry)), ""));
        return true;
    }

    private boolean addLine(NodeTuple before, String text) {
        var column = before.getKeyNode().getStartMark().getColumn();
        return add(lineAfter(end(before)), " ".repeat(column) + text + "\n");
    }

    private boolean add(int at, String text) {
        changes.add(new Change(at, at, text));
        return true;
    }

    private String applied() {
        var text = new StringBuilder(yaml);
        changes.stream()
                .sorted(Comparator.comparingInt(Change::from).reversed())
                .forEach(c -> text.replace(c.from(), c.to(), c.text()));
        return text.toString();
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(t ->
                        t.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    /// The entry that stands last of those whose keys come before the key.
    private static @Nullable NodeTuple lastOf(MappingNode mapping, List<String> order, String key) {
        var at = order.indexOf(key);
        var before = at < 0 ? order : order.subList(0, at);
        return mapping.getValue().reversed().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode k && before.contains(k.getValue()))
                .findFirst()
                .orElse(null);
    }

    private int end(NodeTuple entry) {
        return offset(entry.getValueNode().getEndMark());
    }

    /// Where the line after the one of that offset starts; the offset itself when it starts a line.
    private int lineAfter(int offset) {
        if (offset > 0 && yaml.charAt(offset - 1) == '\n') {
            return offset;
        }
        return yaml.indexOf('\n', offset) + 1;
    }

    private static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                || scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED;
    }

    /// A mark counts code points.
    private int offset(Mark mark) {
        return yaml.offsetByCodePoints(0, mark.getIndex());
    }
}
