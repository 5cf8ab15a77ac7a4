package org.recsys4j.models.nn.kernel;

/** By the definitions, in double precision. */
final class PlainPairwise implements Pairwise {
  @Override
  public double bpr(Block triples, int[] wanted, Block gradients) {
    double loss = 0;
    gradients.fill(0);
    for (int example = 0; example < triples.rows() / 3; example++) {
      if (wanted[example] < 0) {
        continue;
      }
      int user = 3 * example;
      double score = 0;
      for (int k = 0; k < triples.columns(); k++) {
        score += triples.get(user, k) * (triples.get(user + 1, k) - triples.get(user + 2, k));
      }
      loss += Math.log1p(Math.exp(-score));
      double slope = -1 / (1 + Math.exp(score));
      for (int k = 0; k < triples.columns(); k++) {
        double u = triples.get(user, k);
        gradients.set(user, k, slope * (triples.get(user + 1, k) - triples.get(user + 2, k)));
        gradients.set(user + 1, k, slope * u);
        gradients.set(user + 2, k, -slope * u);
      }
    }
    return loss;
  }
}
