package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ensuregsis.engine.definition.AttributeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAttributeTest {

    @ParameterizedTest
    @CsvSource({"id,id,", "id:S,id,S", "date:N,date,N", "hash:B,hash,B", "ns:id:S,ns:id,S", "':N','',N"})
    void isNameAndType(String text, String name, @Nullable AttributeType type) {
        assertThat(KeyAttribute.parse(text)).isEqualTo(new KeyAttribute(name, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id:", "id:s", "id:X", "ns:id", "id:N "})
    void saysWhatToWriteInsteadOfAnUnknownType(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyAttribute.parse(text))
                .withMessageContaining("write S, N or B")
                .withMessageContaining("\"" + text + ":S\"");
    }
}
