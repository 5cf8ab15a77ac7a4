package org.recsys4j.data.fetch;

import java.net.URI;
import java.util.List;
import org.recsys4j.api.data.Download;

/**
 * The MovieLens archives of GroupLens. Sizes and checksums are those that public records agree on
 * (TensorFlow Datasets for five of them); {@code ml-latest}, whose file changes, is not among them.
 */
public final class MovieLensDownloads {
  private static final String ADDRESS = "https://files.grouplens.org/datasets/movielens/";

  private MovieLensDownloads() {}

  /**
   * What there is, the smallest first.
   *
   * @return seven data sets
   */
  public static List<Download> all() {
    return List.of(
        movieLens(
            "latest-small",
            "100,836 ratings of 2018, for a first try; not for publications",
            978_202,
            "696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436",
            "ml-latest-small"),
        movieLens(
            "100k",
            "100,000 ratings of 1998, with users and five folds",
            4_924_029,
            "50d2a982c66986937beb9ffb3aa76efe955bf3d5c6b761f4e3a7cd717c6a3229",
            "ml-100k"),
        movieLens(
            "1m",
            "1,000,209 ratings of 2000 to 2003, with users",
            5_917_549,
            "a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20",
            "ml-1m"),
        movieLens(
            "10m",
            "10,000,054 ratings up to 2009",
            65_566_137,
            "813c411ccb6122564edfe752e7f80c4dcc5aa25fa94c93622f6877a7ba252862",
            "ml-10M100K"),
        movieLens(
            "20m",
            "20,000,263 ratings up to 2015",
            198_702_078,
            "96f243c338a8665f6bcc89c53edf6ee39162a846940de6b7c8c48aeada765ff3",
            "ml-20m"),
        movieLens(
            "32m",
            "32,000,204 ratings up to 2023",
            238_950_008,
            "e4a68655d7386b8f95f2f2424b2ff975dfdd15ffd59e0d864a14dca43e99d6ee",
            "ml-32m"),
        movieLens(
            "25m",
            "25,000,095 ratings up to 2019, with the tag genome",
            261_978_986,
            "8b21cfb7eb1706b4ec0aac894368d90acf26ebdfb6aced3ebd4ad5bd1eb9c6aa",
            "ml-25m"));
  }

  private static Download movieLens(
      String version, String title, long size, String sha256, String folder) {
    return new Download(
        "movielens-" + version,
        "MovieLens: " + title,
        URI.create(ADDRESS + "ml-" + version + ".zip"),
        size,
        sha256,
        folder,
        terms(version));
  }

  private static Download.Terms terms(String version) {
    String redistribution =
        switch (version) {
          case "100k", "1m" -> "Do not redistribute it without separate permission. ";
          case "10m" -> "Whether it may be redistributed is said there. ";
          default -> "Redistribute it, transformed or not, under these same terms only. ";
        };
    return new Download.Terms(
        "GroupLens Research, University of Minnesota",
        "For research: state no endorsement by the university or GroupLens, and acknowledge the data"
            + " set in publications (Harper and Konstan, ACM TiiS 5(4), 2015). "
            + redistribution
            + "No commercial use without permission of GroupLens. There is no warranty.",
        URI.create(
            "https://grouplens.org/datasets/movielens/"
                + (version.equals("latest-small") ? "latest" : version)
                + "/"));
  }
}
