package org.recsys4j.data.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.data.Options;
import org.recsys4j.data.Sources;
import org.recsys4j.data.source.Parquet;

/**
 * A source with good files, all of which are read. {@link #ALL} is what {@link BadInputTest} and
 * {@link FuzzTest} go through: a new source, or another way to use one, joins with one line.
 *
 * @param source its name
 * @param options HOCON, in which {@code @} stands for the folder of the files
 * @param files content by name, in order
 */
record ReaderUnderTest(String source, String options, Map<String, byte[]> files) {
  private static final String CSV =
      "user,item,value,timestamp\n1,2,3,4\n\"a\",b b,4.5,7\n1,9,1,8\n";

  private static final Pattern HEADER =
      Pattern.compile("(user|item|head|from|source)[a-zA-Z_]*[:,]");

  static final List<ReaderUnderTest> ALL =
      List.of(
          of(
              "delimited",
              "file = \"@/x.csv\", columns { value = value, timestamp = timestamp }",
              "x.csv",
              CSV),
          of(
              "delimited",
              "file = \"@/x.csv\", columns { value = value, timestamp = timestamp },"
                  + " items-file = \"@/items.csv\", quotes = false",
              "x.csv",
              CSV,
              "items.csv",
              "item,title,genres\n2,Tee,a|b\n9,Café,\n"),
          of(
              "delimited",
              "file = \"@/x.csv\", users-file = \"@/users.csv\", links-file = \"@/links.csv\","
                  + " link-columns { from = from, to = to, weight = weight },"
                  + " facts-file = \"@/facts.csv\","
                  + " fact-columns { head = head, relation = relation, tail = tail }",
              "x.csv",
              CSV,
              "users.csv",
              "user,age\n1,30\n2,\n",
              "links.csv",
              "from,to,weight\n1,2,0.5\n",
              "facts.csv",
              "head,relation,tail\n2,made-by,x\n"),
          of(
              "delimited",
              "file = \"@/x.dat\", separator = \"::\", header = false, encoding = iso-8859-1,"
                  + " time-format = iso-8601,"
                  + " columns { user = 2, item = 1, value = 3, timestamp = 4 }",
              "x.dat",
              "1::2::3::2013-02-28T01:02:03Z\n1::3::-1e3::2013-02-28 01:02\n"),
          new ReaderUnderTest(
              "parquet",
              "file = \"@/x.parquet\", columns { value = value, timestamp = time }",
              Map.of("x.parquet", resource("small.parquet"))),
          new ReaderUnderTest(
              "parquet",
              "file = \"@/x.parquet\", columns { value = value, timestamp = time }",
              Map.of("x.parquet", resource("zstd-delta.parquet"))),
          of("sasrec", "file = \"@/x.txt\"", "x.txt", "1 2\n1 3\n2 2\n"),
          of(
              "delimited",
              "file = \"@/x.csv\", event-attributes = [value, timestamp]",
              "x.csv",
              CSV),
          of(
              "recbole",
              "folder = \"@\"",
              "x.inter",
              "user_id:token\titem_id:token\tdevice:token\ttimestamp:float\na\tx\tphone\t3\nb\ty\t\t4\n",
              "x.item",
              "item_id:token\ttitle:token_seq\nx\tToy Story\n",
              "x.net",
              "source_id:token\ttarget_id:token\na\tb\n",
              "x.link",
              "item_id:token\tentity_id:token\nx\te\n",
              "x.kg",
              "head_id:token\trelation_id:token\ttail_id:token\ne\tr\tf\n"),
          of("lightgcn", "folder = \"@\"", "train.txt", "1 2 3\n2 4\n", "test.txt", "1 4\n2 2 3\n"),
          of(
              "ncf",
              "folder = \"@\"",
              "ml-1m.train.rating",
              "0\t1\t4\t5\n1\t2\t3\t4\n",
              "ml-1m.test.rating",
              "0\t2\t4\t5\n1\t1\t3\t4\n",
              "ml-1m.test.negative",
              "(0,2)\t5\t6\n(1,1)\t7\t5\n"),
          of(
              "movielens",
              "folder = \"@\"",
              "ratings.csv",
              "userId,movieId,rating,timestamp\n1,1,4.5,964982703\n2,1,0.5,964982704\n",
              "movies.csv",
              "movieId,title,genres\n1,\"President, The\",Comedy|Drama\n"),
          of(
              "movielens",
              "folder = \"@\"",
              "ratings.dat",
              "1::122::4.5::838985046\n2::7::5::838985047\n",
              "movies.dat",
              "122::Misérables::Drama|War\n7::Ü::War\n",
              "users.dat",
              "1::F::1::10::48067\n"),
          of(
              "movielens",
              "folder = \"@\"",
              "u.data",
              "196\t242\t3\t881250949\n22\t1\t4\t878887116\n",
              "u.item",
              "1|Toy|01-Jan-1995||http://x|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n",
              "u.user",
              "196|49|M|writer|55105\n"),
          of(
              "svmlight",
              "file = \"@/x.libfm\", users = 0-9, items = 10-19",
              "x.libfm",
              "1 0:1 10:1 20:0.5\n-1 1:1 11:1 # x\n"),
          of(
              "amazon-reviews",
              "file = \"@/x.json\", meta-file = \"@/meta.json\"",
              "x.json",
              "{\"overall\":5.0,\"reviewerID\":\"A1\",\"asin\":\"B1\",\"unixReviewTime\":141376}\n"
                  + "{\"reviewerID\":\"A\\u00e9\",\"asin\":\"B2\",\"overall\":1,\"unixReviewTime\":9,"
                  + "\"style\":{\"a\":[1,{}]}}\n",
              "meta.json",
              "{\"asin\":\"B1\",\"title\":\"Ü\",\"category\":[\"a\",[\"b\"]],\"price\":\"$1.5\"}\n"),
          of(
              "amazon-reviews",
              "file = \"@/x.jsonl\", layout = json-2023",
              "x.jsonl",
              "{\"rating\":5,\"user_id\":\"A1\",\"parent_asin\":\"B1\",\"timestamp\":1588687728923}\n"),
          of(
              "amazon-reviews",
              "file = \"@/x.csv\"",
              "x.csv",
              "user_id,parent_asin,rating,timestamp\nA,B,5.0,1588687728923\nC,B,1.0,1588687728924\n"));

  /** Text files in UTF-8: name, content, name, content. */
  static ReaderUnderTest of(String source, String options, String... files) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i += 2) {
      contents.put(files[i], files[i + 1].getBytes(UTF_8));
    }
    return new ReaderUnderTest(source, options, contents);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Parquet.class.getResourceAsStream("parquet/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the files, one of them with other content. */
  void write(Path folder, String replaced, byte[] content) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (file.getKey().equals(replaced)) {
        Files.write(path, content);
      } else if (!Files.exists(path)) { // opening files is what takes most of the time
        Files.write(path, file.getValue());
      }
    }
  }

  /** Reads the files in a folder. */
  EventLog read(Path folder, boolean skip) throws IOException {
    String hocon = options.replace("@", folder.toString()) + (skip ? ", bad-rows = skip" : "");
    return Sources.read(source, hocon, warning -> {});
  }

  /** Reads the good files, in a folder without others. */
  EventLog readGood(Path folder) throws IOException {
    write(folder, "", new byte[0]);
    return read(folder, false);
  }

  /** Whether the files are texts, whose rows are still rows when they are packed. */
  boolean isText() {
    return !source.equals("parquet");
  }

  /** Whether a file is the first of its source's first use: enough for what takes long. */
  boolean isFirstUse(String name) {
    return name.equals(files.keySet().iterator().next())
        && equals(ALL.stream().filter(it -> it.source.equals(source)).findFirst().orElseThrow());
  }

  /** Whether the first row of a file names its columns, which then are the same in all rows. */
  boolean hasHeader(String name) {
    String text = new String(files.get(name), UTF_8);
    return isText() && HEADER.matcher(text).lookingAt();
  }

  /** Whether wrong rows may be left out. */
  boolean skips() {
    return Options.plugins().defaults(PluginKind.SOURCE, source).containsKey("bad-rows");
  }

  @Override
  public String toString() {
    return source + " " + files.keySet();
  }
}
