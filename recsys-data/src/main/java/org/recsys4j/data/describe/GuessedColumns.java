package org.recsys4j.data.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Snippet;

/**
 * Which column is what.
 *
 * @param header whether the first row names the columns
 * @param names name or number of a column by role: user, item, value, timestamp
 */
record GuessedColumns(boolean header, Map<String, String> names) {
  private static final List<String> SEPARATORS = List.of("::", "\t", ",", ";", "|", " ");
  private static final long LEAST_TIME = 100_000_000; // 1973

  /** Usual names, in lower case without what is no letter, and without RecBole's types. */
  private record Role(String name, List<String> usual) {
    Role(String name, String usual) {
      this(name, List.of(usual.split(" ")));
    }
  }

  private static final List<Role> ROLES =
      List.of(
          new Role("user", "user userid uid reviewerid customerid visitorid sessionid"),
          new Role(
              "item",
              "item itemid iid movieid parentasin asin productid businessid bookid trackid artistid"
                  + " songid poiid venueid"),
          new Role("value", "rating value overall score stars quantity"),
          new Role("timestamp", "timestamp time unixreviewtime unixtime ts"));

  private static final Pattern NUMBER = Pattern.compile("\\s*-?\\d+(\\.\\d+)?\\s*");

  /** The one that cuts the lines into the most fields, equally many in each. */
  static String separator(String file, List<String> lines) {
    String best = "";
    int most = 1;
    for (String separator : SEPARATORS) {
      int fields = fields(lines.get(0), separator).size();
      boolean equal = lines.stream().allMatch(line -> fields(line, separator).size() == fields);
      if (equal && fields > most) {
        best = separator;
        most = fields;
      }
    }
    if (best.isEmpty()) {
      throw new InvalidDataException(
          file
              + ": none of tab , ; | :: and space cuts the first rows into equally many fields, such"
              + " as "
              + Snippet.of(lines.get(0))
              + "; describe the file with the source delimited and --set");
    }
    return best;
  }

  /** Double quotes hide commas. */
  private static List<String> fields(String line, String separator) {
    if (separator.equals(",") && line.indexOf('"') >= 0) {
      List<String> fields = new ArrayList<>();
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        quoted ^= c == '"';
        if (c == ',' && !quoted) {
          fields.add(field.toString());
          field.setLength(0);
        } else if (c != '"') {
          field.append(c);
        }
      }
      fields.add(field.toString());
      return fields;
    }
    return List.of(line.split(Pattern.quote(separator), -1));
  }

  static GuessedColumns of(String file, List<String> lines, String separator) {
    List<String> first = fields(lines.get(0), separator);
    Map<String, String> named = new LinkedHashMap<>();
    for (Role role : ROLES) {
      usual(first, role.usual()).ifPresent(name -> named.put(role.name(), name));
    }
    if (named.containsKey("user") && named.containsKey("item")) {
      return new GuessedColumns(true, named);
    } else if (!first.stream().limit(4).allMatch(field -> NUMBER.matcher(field).matches())
        && lines.size() > 1
        && !named.isEmpty()) {
      throw new InvalidDataException(
          file
              + ":1: no usual name of "
              + (named.containsKey("user") ? "an item" : "a user")
              + "'s column in the header "
              + Snippet.of(lines.get(0))
              + "; describe the file with the source delimited and --set");
    }
    return new GuessedColumns(false, numbered(first));
  }

  /** The first name in the list of usual ones that the header has. */
  private static Optional<String> usual(List<String> header, List<String> names) {
    for (String name : names) {
      for (String field : header) {
        String plain = field.replaceFirst(":[a-z_]+$", "").toLowerCase(Locale.ROOT);
        if (plain.replaceAll("[^a-z]", "").equals(name)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> numbered(List<String> row) {
    Map<String, String> numbers = new LinkedHashMap<>(Map.of("user", "1", "item", "2"));
    if (row.size() == 3) {
      numbers.put(isTime(row.get(2)) ? "timestamp" : "value", "3");
    } else if (row.size() > 3) {
      numbers.put("value", "3");
      if (isTime(row.get(3))) {
        numbers.put("timestamp", "4");
      }
    }
    if (numbers.containsKey("value") && !NUMBER.matcher(row.get(2)).matches()) {
      numbers.remove("value");
    }
    return numbers;
  }

  private static boolean isTime(String field) {
    return field.strip().matches("\\d{9,11}(\\.0+)?")
        && Double.parseDouble(field.strip()) >= LEAST_TIME;
  }

  Map<String, Object> options() {
    return new LinkedHashMap<>(names);
  }

  String summary() {
    List<String> parts = new ArrayList<>();
    for (Role role : ROLES) {
      String column = names.get(role.name());
      if (column != null) {
        parts.add(role.name() + " = " + (header ? "" : "column ") + column);
      }
    }
    return String.join(", ", parts);
  }
}
