package org.recsys4j.data.source;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;

/**
 * Purchases in a British online shop for gifts, many of whose customers are wholesalers: 396,337
 * lines of invoices from 2010-12-01 to 2011-12-09, by 4,334 customers, of 3,659 products. In this
 * jar.
 *
 * <p>One event is one line of an invoice, its value the quantity, its time that of the invoice (all
 * lines of an invoice share one). Customers buy again: there are 266,221 different pairs of user
 * and item; {@link org.recsys4j.data.prepare.Deduplicate} keeps the first purchases. Cancellations,
 * lines without a customer, non-positive quantities or prices and codes of services were removed
 * beforehand.
 *
 * <p>Items have {@code title} and {@code median_price} (pounds), users have {@code country}.
 *
 * <p>Chen, Sain and Guo, "Data mining for the online retail industry: a case study of RFM
 * model-based customer segmentation using data mining", Journal of Database Marketing and Customer
 * Strategy Management 19(3), 2012. Public domain (CC0).
 */
public final class OnlineRetail implements DatasetSource<OnlineRetail.Options> {
  private static final EmbeddedFile EVENTS =
      new EmbeddedFile(
          "online-retail/events.tsv.gz",
          "0bb72026271b6447e0b813a7bdf1f3035a709ae8b55b62e05581ebe25d9ccac5");
  private static final EmbeddedFile ITEMS =
      new EmbeddedFile(
          "online-retail/items.tsv.gz",
          "82453809b24f08c06cc67737259dca22bbd7bd669a7fc7372a7d99bc639fbf57");
  private static final EmbeddedFile USERS =
      new EmbeddedFile(
          "online-retail/users.tsv.gz",
          "be4110ff48711e17ea687db5a20ef5dd93e177417005e243d47e275907fdd359");

  /** The source. */
  public OnlineRetail() {}

  /** There is nothing to choose. */
  public record Options() {}

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "purchases in an online shop with times and quantities, in the jar (396,337 events, CC0)";
  }

  @Override
  public String reference() {
    return "Chen, Sain and Guo: Data mining for the online retail industry. Journal of Database"
        + " Marketing and Customer Strategy Management 19(3), 2012";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    EventLog.Builder log =
        EventTable.read(
            EVENTS.open(),
            TextFormat.TSV,
            EventColumns.of("user", "item", "quantity", "timestamp"),
            BadRows.FAIL,
            context);
    Attributes users =
        new AttributeTable(USERS.open(), TextFormat.TSV, BadRows.FAIL, context)
            .read("user", Map.of("country", "country"));
    Attributes items =
        new AttributeTable(ITEMS.open(), TextFormat.TSV, BadRows.FAIL, context)
            .readAll("item", Optional.of("description"));
    return log.attributes(users, items).build();
  }
}
