package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            TEXT,      ' a b ',     a b
            MULTILINE, '  a b ',    '  a b'
            CHOICE,    Fancy,       Fancy
            CHOICE,    ' fANCY ',   Fancy
            LANGUAGE,  c-sharp,     C#
            LANGUAGE,  c#,          C#
            LANGUAGE,  ' TypeScript ', TypeScript
            LANGUAGE,  golang,      Go
            LANGUAGE,  text,        Plain text
            NUMBER,    ' 7 ',       7
            NUMBER,    -0.50,       -0.50
            NUMBER,    .5,          .5
            BOOLEAN,   True,        true
            BOOLEAN,   FALSE,       false
            BOOLEAN,   ' ',         false
            """)
    void aFittingValueIsTakenInItsUsualSpelling(Parameter.Type type, String value, String checked)
            throws PresetException {
        assertThat(parameter(type, false).checked(value)).isEqualTo(checked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CHOICE,   Loud,      'Depth of it must be one of: Plain, Fancy.'
            LANGUAGE, Klingon,   'Depth of it must be the name of a language, such as Go or C#.'
            NUMBER,   seven,     'Depth of it must be a number, such as 10 or 0.5.'
            NUMBER,   1e999999,  'Depth of it must be a number, such as 10 or 0.5.'
            NUMBER,   NaN,       'Depth of it must be a number, such as 10 or 0.5.'
            NUMBER,   '1,5',     'Depth of it must be a number, such as 10 or 0.5.'
            NUMBER,   .,         'Depth of it must be a number, such as 10 or 0.5.'
            BOOLEAN,  yes,       Depth of it must be true or false.
            """)
    void aValueThatDoesNotFitIsRefusedByLabel(Parameter.Type type, String value, String sentence) {
        assertThatThrownBy(() -> parameter(type, true).checked(value))
                .isInstanceOf(PresetException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BOOLEAN")
    void onlyAnOptionalFieldMayStayEmpty(Parameter.Type type) throws PresetException {
        assertThat(parameter(type, true).checked(" \n")).isEmpty();
        assertThatThrownBy(() -> parameter(type, false).checked(""))
                .isInstanceOf(PresetException.class)
                .hasMessage("Depth of it is empty. Fill it in.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aBlankDefaultIsNone(String blank) {
        assertThat(new Parameter("a", "A", Parameter.Type.TEXT, blank, List.of(), true).defaultValue())
                .isNull();
    }

    @Test
    void theRefusedValueIsNotRepeated() {
        assertThatThrownBy(() -> parameter(Parameter.Type.NUMBER, false).checked("my-secret"))
                .message()
                .doesNotContain("my-secret");
    }

    private static Parameter parameter(Parameter.Type type, boolean optional) {
        var choices = type == Parameter.Type.CHOICE ? List.of("Plain", " Fancy ") : List.<String>of();
        return new Parameter("depth", " Depth of it ", type, null, choices, optional);
    }
}
