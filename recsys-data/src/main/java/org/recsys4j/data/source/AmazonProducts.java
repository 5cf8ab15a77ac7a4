package org.recsys4j.data.source;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.data.json.JsonLines;
import org.recsys4j.data.json.JsonRow;
import org.recsys4j.data.source.AmazonReviews.Item;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextInput;

/** Reads the files of products that belong to reviews of Amazon, those of 2018 and of 2023. */
final class AmazonProducts {
  private static final List<String> FIELDS =
      List.of(
          "asin",
          "parent_asin",
          "title",
          "brand",
          "store",
          "category",
          "categories",
          "main_cat",
          "main_category",
          "price");
  private static final List<String> COLUMNS =
      List.of(Attributes.TITLE, "brand", "categories", "main_category", "price");

  /** With the dollar and the commas of 2018; other texts there are pieces of HTML. */
  private static final Pattern PRICE = Pattern.compile("\\$?([0-9,]{1,20}(\\.[0-9]{1,20})?)");

  private AmazonProducts() {}

  /** Keeps what is told of items that have events: a file tells of millions that have none. */
  static Attributes read(
      TextInput input, IdIndex items, Item item, BadRows badRows, ReadContext context)
      throws IOException {
    Attributes.Builder table = new Attributes.Builder(COLUMNS);
    AtomicInteger found = new AtomicInteger();
    try (JsonLines rows = JsonLines.open(input, FIELDS, context.progress())) {
      rows.forEach(
          badRows,
          context.warnings(),
          row -> {
            boolean parent = row.has("parent_asin") && item == Item.PARENT_ASIN;
            String id = row.id(parent || !row.has("asin") ? "parent_asin" : "asin");
            if (items.indexOf(id) != IdIndex.UNKNOWN) {
              table.add(id, cells(row));
              found.incrementAndGet();
            }
          });
    }
    if (found.get() == 0) {
      context.warnings().accept(input.name() + ": tells of none of the items that have reviews");
    }
    return table.build();
  }

  private static List<String> cells(JsonRow row) {
    return List.of(
        row.text("title"),
        either(row, "brand", "store"),
        either(row, "categories", "category"),
        either(row, "main_category", "main_cat"),
        price(row.text("price")));
  }

  private static String either(JsonRow row, String one, String other) {
    return row.has(one) ? row.text(one) : row.text(other);
  }

  private static String price(String written) {
    var price = PRICE.matcher(written.strip());
    return price.matches() ? price.group(1).replace(",", "") : "";
  }
}
