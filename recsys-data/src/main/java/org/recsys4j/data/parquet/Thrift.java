package org.recsys4j.data.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A struct of Thrift's compact protocol, in which Parquet writes all that is not data: values by
 * number of the field. Numbers are {@code Long}, texts {@code String}, lists {@code List}; doubles,
 * sets and maps do not occur where this looks, and are passed over.
 */
record Thrift(Map<Integer, Object> fields) {
  private static final int DEEPEST = 32;

  /** What a struct may take in the file: a footer names each column of each group of rows. */
  private static final long LARGEST = 1L << 27;

  /** Reads a struct, and no byte behind it. */
  static Thrift read(InputStream in) throws IOException {
    return new Reader(in).struct(0);
  }

  boolean has(int field) {
    return fields.containsKey(field);
  }

  long number(int field, long absent) {
    return fields.getOrDefault(field, absent) instanceof Long number ? number : absent;
  }

  /** A number that must be there, and be no negative or huge one. */
  int size(int field, String what) {
    long number = number(field, -1);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new DamagedException("the " + what + " is missing or wrong");
    }
    return (int) number;
  }

  Optional<String> text(int field) {
    return fields.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  Optional<Thrift> struct(int field) {
    return fields.get(field) instanceof Thrift struct ? Optional.of(struct) : Optional.empty();
  }

  List<?> list(int field) {
    return fields.get(field) instanceof List<?> list ? list : List.of();
  }

  /** The structs of a list. */
  List<Thrift> structs(int field) {
    return list(field).stream().filter(Thrift.class::isInstance).map(Thrift.class::cast).toList();
  }

  /** The protocol's types, by their codes. */
  private static final class Reader {
    private static final int STOP = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int SHORT = 4;
    private static final int INT = 5;
    private static final int LONG = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    private final InputStream in;
    private long left = LARGEST;

    Reader(InputStream in) {
      this.in = in;
    }

    Thrift struct(int depth) throws IOException {
      if (depth > DEEPEST) {
        throw new DamagedException("structs are too deep");
      }
      Map<Integer, Object> fields = new HashMap<>();
      int field = 0;
      for (int header = octet(); header != STOP; header = octet()) {
        int step = header >>> 4;
        field = step == 0 ? (int) zigzag() : field + step;
        int type = header & 0xf;
        fields.put(field, type == TRUE || type == FALSE ? flag(type) : value(type, depth));
      }
      return new Thrift(fields);
    }

    private static Object flag(int type) {
      return type == TRUE ? 1L : 0L;
    }

    private Object value(int type, int depth) throws IOException {
      return switch (type) {
        case TRUE, FALSE -> flag(octet()); // in a list, each has a byte of its own
        case BYTE -> (long) (byte) octet();
        case SHORT, INT, LONG -> zigzag();
        case DOUBLE -> new String(bytes(Double.BYTES), StandardCharsets.ISO_8859_1);
        case BINARY -> new String(bytes(varint()), StandardCharsets.UTF_8);
        case LIST, SET -> elements(depth);
        case MAP -> entries(depth);
        case STRUCT -> struct(depth + 1);
        default -> throw new DamagedException("type " + type + " is unknown");
      };
    }

    private List<Object> elements(int depth) throws IOException {
      int header = octet();
      long count = header >>> 4 == 15 ? varint() : header >>> 4;
      return values(count, header & 0xf, header & 0xf, depth);
    }

    private List<Object> entries(int depth) throws IOException {
      long count = varint();
      int types = count == 0 ? 0 : octet();
      return values(2 * count, types >>> 4, types & 0xf, depth);
    }

    /** Each takes a byte at least, so a list cannot be longer than its file. */
    private List<Object> values(long count, int even, int odd, int depth) throws IOException {
      if (depth > DEEPEST) {
        throw new DamagedException("lists are too deep");
      }
      List<Object> values = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        values.add(value(i % 2 == 0 ? even : odd, depth + 1));
      }
      return values;
    }

    private long zigzag() throws IOException {
      long encoded = varint();
      return encoded >>> 1 ^ -(encoded & 1);
    }

    private long varint() throws IOException {
      long number = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        int octet = octet();
        number |= (octet & 0x7fL) << shift;
        if (octet < 0x80) {
          return number;
        }
      }
      throw new DamagedException("a number has too many bytes");
    }

    private byte[] bytes(long length) throws IOException {
      if (length < 0 || length > left) {
        throw new DamagedException("a text is too long");
      }
      left -= length;
      byte[] bytes = in.readNBytes((int) length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      return bytes;
    }

    private int octet() throws IOException {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException();
      }
      if (--left < 0) {
        throw new DamagedException("a struct is too long");
      }
      return octet;
    }
  }
}
