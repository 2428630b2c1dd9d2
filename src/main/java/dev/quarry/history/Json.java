package dev.quarry.history;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quarry.run.RunRequest;
import java.util.List;
import java.util.Map;

/// What is kept as JSON. What another version added is passed over.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What a request had not yet when a run was kept is empty.
            .withConfigOverride(Map.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static RunRequest request(String json) throws HistoryException {
        return read(json, new TypeReference<RunRequest>() {});
    }

    static Map<String, String> values(String json) throws HistoryException {
        return read(json, new TypeReference<Map<String, String>>() {});
    }

    static Draft draft(String json) throws HistoryException {
        return read(json, new TypeReference<Draft>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) throws HistoryException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new HistoryException("A run in the history is damaged and cannot be shown.", e);
        }
    }
}
