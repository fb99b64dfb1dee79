package org.chikei.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.parameter.ParameterType;

/**
 * Values as JSON. Records are objects of their components, kinds of parameter say which they are
 * under {@code kind}; NaN, the infinities and what is absent are null.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes one value; the stream stays open. */
  static void write(Object value, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(value, json);
    }
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list && !(value instanceof Path)) {
      json.writeStartArray();
      for (Object element : list) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof double[] numbers) {
      json.writeStartArray();
      for (double number : numbers) {
        number(number, json);
      }
      json.writeEndArray();
    } else if (value instanceof Double || value instanceof Float) {
      number(((Number) value).doubleValue(), json);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null), json);
    } else if (value instanceof Record entry) {
      object(entry, json);
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  private static void object(Record value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (value instanceof ParameterType) {
      json.writeStringField("kind", value.getClass().getSimpleName());
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      json.writeFieldName(component.getName());
      try {
        write(component.getAccessor().invoke(value), json);
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
    json.writeEndObject();
  }
}
