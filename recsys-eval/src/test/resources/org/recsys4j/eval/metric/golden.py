"""Writes golden.json: small cases and the value of every metric in each, for GoldenMetricsTest.

The definitions below follow the papers word for word and share no code with the library. Where
scores are equal, an accuracy metric is its mean over every order of the candidates that the scores
allow, which are enumerated. Exact fractions are used where the definition allows. Run once, by
hand, with `python3 golden.py > golden.json`; nothing but Python's own library is needed.
"""

import itertools
import json
import math
from collections import Counter, defaultdict
from fractions import Fraction as F

# users, items; train: user, item, value; test: user, item, value, propensity; scores: user x item
CASES = [
    {
        "name": "no ties; user 3 has nothing held out, user 4 only what is masked",
        "genres": ["a|b", "b", "c", "", "a", "a|c", "b|c", "d"],
        "gender": ["f", "m", "f", "m", "f"],
        "train": [[0, 0, 4], [0, 1, 2], [1, 0, 5], [1, 2, 1], [2, 0, 3], [2, 1, 3], [2, 4, 5],
                  [3, 0, 1], [3, 5, 2], [4, 2, 4], [4, 0, 4]],
        "test": [[0, 2, 5, 0.5], [0, 5, 1, 0.25], [0, 3, 0, 0.1], [1, 1, 4, 0.125],
                 [2, 2, 2, 0.2], [2, 3, 3, 0.75], [2, 7, 1, 0.05], [4, 2, 5, 0.5]],
        "scores": [[9, 8, 7, 6, 5, 4, 3, 2], [1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 4, 1.5, 5, 9, 2.5, 6],
                   [1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]],
        "ties": False,
    },
    {
        "name": "ties at the top, across the cut, and everywhere",
        "genres": ["a", "b", "a", "b", "a|b", "c", "c"],
        "gender": ["f", "m", "f"],
        "train": [[0, 0, 1], [1, 1, 2], [2, 2, 3], [0, 3, 1]],
        "test": [[0, 1, 3, 0.5], [0, 2, 1, 0.5], [0, 6, 5, 0.5], [1, 0, 2, 0.5], [1, 2, 4, 0.5],
                 [2, 3, 1, 0.5], [2, 4, 5, 0.5], [2, 5, 2, 0.5]],
        "scores": [[9, 2, 2, 9, 2, 1, 1], [5, 9, 5, 4, 4, 4, 1], [1, 1, 1, 1, 1, 1, 1]],
        "ties": True,
    },
    {
        "name": "lists shorter than K; all candidates of user 0 are relevant",
        "genres": ["a", "b", "c", "a|b"],
        "gender": ["f", "m", "m"],
        "train": [[0, 0, 2], [0, 1, 1], [1, 0, 1], [2, 3, 1], [2, 0, 4]],
        "test": [[0, 2, 3, 0.5], [0, 3, 4, 0.25], [1, 3, 2, 1], [2, 1, 5, 0.1]],
        "scores": [[0.9, 0.8, 0.7, 0.6], [0.1, 0.4, 0.3, 0.2], [0.25, 0.5, 0.75, 1]],
        "ties": False,
    },
    {
        "name": "probabilities of clicks; nobody's relevant item stands in the first two places",
        "genres": ["x", "y", "x", "y", "x", "y"],
        "gender": ["f", "m"],
        "train": [[0, 0, 1], [1, 0, 0], [1, 1, 1]],
        "test": [[0, 4, 1, 0.5], [0, 5, 0, 0.5], [1, 4, 0, 0.25], [1, 5, 1, 0.5]],
        "scores": [[0.1, 0.9, 0.8, 0.7, 0.375, 0.25], [0.2, 0.3, 0.95, 0.85, 0.5, 0.0625]],
        "ties": False,
    },
]
PROBABILITIES = {2, 3}


def mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers) if numbers else None


def log2(x):
    return math.log(x) / math.log(2)


class Case:
    def __init__(self, raw):
        self.items = len(raw["genres"])
        self.users = len(raw["gender"])
        self.tags = [[t for t in g.split("|") if t] for g in raw["genres"]]
        self.gender = raw["gender"]
        self.train = raw["train"]
        self.had = defaultdict(set)
        for u, i, _ in raw["train"]:
            self.had[u].add(i)
        self.scores = raw["scores"]
        self.log = defaultdict(list)
        for u, i, v, p in raw["test"]:
            self.log[u].append((i, v, p))
        self.value = {(u, i): v for u, i, v, _ in raw["test"]}
        self.candidates = {u: [i for i in range(self.items) if i not in self.had[u]]
                           for u in range(self.users)}
        self.relevant = {u: {i for i, _, _ in self.log[u] if i in self.candidates[u]}
                         for u in range(self.users)}
        self.evaluated = [u for u in range(self.users) if self.relevant[u]]
        self.pop = Counter(i for u in range(self.users) for i in self.had[u])
        self.trained = len({u for u, _, _ in raw["train"]})
        self.by_item = {i: {u for u in range(self.users) if i in self.had[u]}
                        for i in range(self.items)}

    def orders(self, u):
        ranked = sorted(self.candidates[u], key=lambda i: -self.scores[u][i])
        groups = [list(g) for _, g in itertools.groupby(ranked, key=lambda i: self.scores[u][i])]
        for choice in itertools.product(*(itertools.permutations(g) for g in groups)):
            yield [i for g in choice for i in g]

    def shown(self, u):
        return next(self.orders(u))

    def expected(self, u, of_order):
        total = count = 0
        for order in self.orders(u):
            total += of_order(order)
            count += 1
        return total / count

    def macro(self, of_user):
        return mean(v for v in (of_user(u) for u in self.evaluated) if v is not None)


def accuracy(c, k):
    """Name -> f(user, order), each the textbook definition on one order of all candidates."""

    def hits(u, order, n):
        return sum(1 for i in order[:n] if i in c.relevant[u])

    def dcg(u, order, gain):
        return sum(gain(u, i) / log2(r + 1) for r, i in enumerate(order[:k], 1)
                   if i in c.relevant[u])

    def ndcg(u, order, gain):
        best = sorted(c.relevant[u], key=lambda i: -gain(u, i))
        ideal = dcg(u, best, gain)
        return dcg(u, order, gain) / ideal if ideal else 0

    def binary(u, i):
        return 1

    def linear(u, i):
        return c.value[u, i]

    def exponential(u, i):
        return 2 ** c.value[u, i] - 1

    def f(u, order, beta):
        p = F(hits(u, order, k), k)
        r = F(hits(u, order, k), len(c.relevant[u]))
        return (1 + beta * beta) * p * r / (beta * beta * p + r) if p else F(0)

    def ap(u, order):
        at = [F(hits(u, order, r), r) for r in range(1, k + 1)
              if r <= len(order) and order[r - 1] in c.relevant[u]]
        return sum(at, F(0)) / min(k, len(c.relevant[u]))

    def rr(u, order):
        return next((F(1, r) for r, i in enumerate(order[:k], 1) if i in c.relevant[u]), F(0))

    def err(u, order, largest):
        going, total = 1.0, 0.0
        for r, i in enumerate(order[:k], 1):
            grade = 0
            if i in c.relevant[u]:
                grade = 1 if largest is None else c.value[u, i]
            stop = (2 ** grade - 1) / 2 ** (1 if largest is None else largest)
            total += going * stop / r
            going *= 1 - stop
        return total

    def auc(u, order, cut=None):
        right = pairs = F(0)
        place = {i: min(p, cut) if cut is not None else p for p, i in enumerate(order)}
        for i in order:
            for j in order:
                if i in c.relevant[u] and j not in c.relevant[u]:
                    pairs += 1
                    right += 1 if place[i] < place[j] else F(1, 2) if place[i] == place[j] else 0
        return right / pairs if pairs else F(1)

    def rank(u, order):
        return F(sum(order.index(i) + 1 for i in c.relevant[u]), len(c.relevant[u]))

    n = {u: len(c.relevant[u]) for u in c.evaluated}
    return {
        f"ndcg@{k}": lambda u, o: ndcg(u, o, binary),
        f"ndcg-linear@{k}": lambda u, o: ndcg(u, o, linear),
        f"ndcg-exp@{k}": lambda u, o: ndcg(u, o, exponential),
        f"dcg@{k}": lambda u, o: dcg(u, o, binary),
        f"recall@{k}": lambda u, o: F(hits(u, o, k), n[u]),
        f"precision@{k}": lambda u, o: F(hits(u, o, k), k),
        "r-precision": lambda u, o: F(hits(u, o, n[u]), n[u]),
        f"f1@{k}": lambda u, o: f(u, o, 1),
        f"f-beta@{k} beta = 0.5": lambda u, o: f(u, o, F(1, 2)),
        f"f-beta@{k} beta = 2": lambda u, o: f(u, o, 2),
        f"hit-rate@{k}": lambda u, o: F(1 if hits(u, o, k) else 0),
        f"mrr@{k}": rr,
        f"map@{k}": ap,
        f"rbp@{k}": lambda u, o: sum(0.2 * 0.8 ** (r - 1) for r, i in enumerate(o[:k], 1)
                                     if i in c.relevant[u]),
        f"err@{k}": lambda u, o: err(u, o, None),
        f"err@{k} max-grade = 5": lambda u, o: err(u, o, 5),
        "auc": auc,
        f"limited-auc@{k}": lambda u, o: auc(u, o, k),
        "average-rank": rank,
    }


def gini(numbers):
    """By its definition: half the mean absolute difference of two, over the mean, times n/(n-1)."""
    n = len(numbers)
    if sum(numbers) == 0:
        return None
    if n == 1:
        return 0
    differences = sum(abs(a - b) for a in numbers for b in numbers)
    return differences / (2 * n * sum(numbers)) * n / (n - 1)


def lists(c, k):
    """Metrics of lists as they are shown; for cases without ties."""
    top = {u: c.shown(u)[:k] for u in c.evaluated}
    shown = Counter(i for u in c.evaluated for i in top[u])
    all_shown = sum(shown.values())
    pairs = list(itertools.combinations(c.evaluated, 2))

    def head(share):
        total, have, least = sum(c.pop.values()), 0, 1
        for i, p in c.pop.most_common():
            if have >= share * total:
                break
            have, least = have + p, p
        return {i for i in c.pop if c.pop[i] >= least}

    tail = set(range(c.items)) - head(0.8)

    def item_mean(number):
        return c.macro(lambda u: mean(number(i) for i in top[u]))

    def jaccard(i, j):
        a, b = set(c.tags[i]), set(c.tags[j])
        return 1 - len(a & b) / len(a | b) if a and b else 1

    def cosine(a, b):
        return 1 - len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 1

    def ild(distance):
        return c.macro(lambda u: mean(distance(i, j)
                                      for i, j in itertools.combinations(top[u], 2)))

    def serendipity(u):
        found = 0
        for i in top[u]:
            above = sum(1 for j in c.candidates[u] if c.pop[j] > c.pop[i])
            found += i in c.relevant[u] and above >= k
        return found / k

    def npmi(i, j):
        both = len(c.by_item[i] & c.by_item[j]) / c.trained
        if both == 0:
            return -1
        p, q = len(c.by_item[i]) / c.trained, len(c.by_item[j]) / c.trained
        return 1 if both == 1 else math.log(both / (p * q)) / -math.log(both)

    def distribution(items):
        known = [i for i in items if c.tags[i]]
        shares = Counter()
        for i in known:
            for t in c.tags[i]:
                shares[t] += F(1, len(c.tags[i]) * len(known))
        return shares

    def steck(u, alpha=0.01):
        p, q = distribution(c.had[u]), distribution(top[u])
        if not p:
            return None
        return sum(float(p[t]) * math.log(p[t] / ((1 - alpha) * q[t] + alpha * p[t])) for t in p)

    def deviation(shares):
        m = mean(shares)
        return math.sqrt(mean((s - m) ** 2 for s in shares)) / m if m else None

    half = {i: ["tail" if i in tail else "head"] for i in range(c.items)}
    genre = dict(enumerate(c.tags))

    def groups(of):
        return sorted({g for i in of for g in of[i]})

    def reo(of):
        shares = []
        for g in groups(of):
            wanted = [(u, i) for u in c.evaluated for i in c.relevant[u] if g in of[i]]
            if wanted:
                shares.append(mean(1 if i in top[u] else 0 for u, i in wanted))
        return deviation(shares)

    def rsp(of):
        shares = []
        for g in groups(of):
            offered = [(u, i) for u in c.evaluated for i in c.candidates[u] if g in of[i]]
            if offered:
                shares.append(mean(1 if i in top[u] else 0 for u, i in offered))
        return deviation(shares)

    def exposure(of):
        means = []
        for g in groups(of):
            members = [i for i in range(c.items) if g in of[i]]
            got = sum(1 / log2(r + 1) for u in c.evaluated for r, i in enumerate(top[u], 1)
                      if i in members)
            means.append(got / len(members)) if members else None
        return gini(means)

    def gap(group):
        ndcg = accuracy(c, k)[f"ndcg@{k}"]
        served = defaultdict(list)
        for u in c.evaluated:
            served[group(u)].append(ndcg(u, c.shown(u)))
        means = [mean(v) for v in served.values()]
        return max(means) - min(means) if len(means) > 1 else None

    events = Counter(u for u, _, _ in c.train)
    active_events, least_active = 0, 1
    for u, n in events.most_common():
        if active_events >= 0.2 * sum(events.values()):
            break
        active_events, least_active = active_events + n, n

    reward = {}
    for i in range(c.items):
        own = [v for _, j, v in c.train if i == j]
        reward[i] = mean(own) if own else mean(v for _, _, v in c.train)
    log = [(u, i, v, p) for u in c.evaluated for i, v, p in c.log[u]]
    weight = {(u, i): (1 / len(top[u]) / p if i in top[u] else 0) for u, i, _, p in log}
    ips = mean(weight[u, i] * v for u, i, v, _ in log)
    weights = sum(weight.values())
    dr = mean(mean(reward[j] for j in top[u]) + weight[u, i] * (v - reward[i])
              for u, i, v, _ in log)
    capped = mean(min(2, weight[u, i]) * v for u, i, v, _ in log)

    return {
        f"coverage@{k}": len(shown) / c.items,
        f"user-coverage@{k}": c.macro(lambda u: 1 if len(top[u]) >= k else 0),
        f"gini@{k}": gini([shown[i] for i in range(c.items)]),
        f"entropy@{k}": -sum(n / all_shown * log2(n / all_shown) for n in shown.values()),
        f"personalisation@{k}": 1 - mean(len(set(top[u]) & set(top[v])) / k for u, v in pairs),
        f"arp@{k}": item_mean(lambda i: c.pop[i]),
        f"aplt@{k}": item_mean(lambda i: 1 if i in tail else 0),
        f"aclt@{k}": c.macro(lambda u: sum(1 for i in top[u] if i in tail)),
        f"epc@{k}": item_mean(lambda i: 1 - c.pop[i] / c.trained),
        f"efd@{k}": item_mean(lambda i: -log2(max(1, c.pop[i]) / sum(c.pop.values()))),
        f"novelty@{k}": item_mean(lambda i: log2(c.trained / max(1, c.pop[i]))),
        f"diversity@{k} column = genres": ild(jaccard),
        f"diversity@{k} column = genres, distance = cosine":
            ild(lambda i, j: cosine(set(c.tags[i]), set(c.tags[j]))),
        f"co-occurrence-diversity@{k}": ild(lambda i, j: cosine(c.by_item[i], c.by_item[j])),
        f"serendipity@{k}": c.macro(serendipity),
        f"unexpectedness@{k}": c.macro(
            lambda u: mean((1 - npmi(i, j)) / 2 for i in top[u] for j in c.had[u])),
        f"calibration@{k} column = genres": c.macro(steck),
        f"reo@{k}": reo(half),
        f"reo@{k} column = genres": reo(genre),
        f"rsp@{k}": rsp(half),
        f"rsp@{k} column = genres": rsp(genre),
        f"exposure-gini@{k}": exposure(half),
        f"exposure-gini@{k} column = genres": exposure(genre),
        f"user-gap@{k} column = gender": gap(lambda u: c.gender[u]),
        f"user-gap@{k}": gap(lambda u: events[u] >= least_active),
        f"ips@{k}": ips,
        f"ips@{k} max-weight = 2": capped,
        f"snips@{k}": ips * len(log) / weights if weights else None,
        f"doubly-robust@{k}": dr,
    }


def ratings(c, probabilities):
    pairs = [(u, i, c.scores[u][i], c.value[u, i]) for u in c.evaluated for i in c.relevant[u]]
    errors = [s - v for _, _, s, v in pairs]
    values = [v for _, _, _, v in pairs]
    spread = sum((v - mean(values)) ** 2 for v in values)
    order = [(1 if (a[2] - b[2]) * (a[3] - b[3]) > 0 else 0.5 if a[2] == b[2] else 0)
             for a, b in itertools.combinations(pairs, 2) if a[0] == b[0] and a[3] != b[3]]

    def probability(suffix, threshold, link):
        labelled = [(link(s), 1 if v >= threshold else 0) for _, _, s, v in pairs]
        bins = defaultdict(list)
        for p, y in labelled:
            bins[min(9, int(p * 10))].append((p, y))
        return {
            "log-loss" + suffix: mean(-math.log(p if y else 1 - p) for p, y in labelled),
            "accuracy" + suffix: mean(1 if (p >= 0.5) == (y == 1) else 0 for p, y in labelled),
            "calibration-error" + suffix: sum(
                len(b) / len(labelled) * abs(mean(p for p, _ in b) - mean(y for _, y in b))
                for b in bins.values()),
        }

    result = {
        "rmse": math.sqrt(mean(e * e for e in errors)),
        "mse": mean(e * e for e in errors),
        "mae": mean(abs(e) for e in errors),
        "r2": 1 - sum(e * e for e in errors) / spread if spread else None,
        "fcp": mean(order),
    }
    result.update(probability(" threshold = 3, link = sigmoid", 3, lambda s: 1 / (1 + math.exp(-s))))
    if probabilities:
        result.update(probability("", 0.5, lambda s: s))
    return result


def main():
    for number, raw in enumerate(CASES):
        c = Case(raw)
        expected = {}
        for k in (1, 2, 3, 10):
            for name, formula in accuracy(c, k).items():
                expected[name] = c.macro(lambda u: c.expected(u, lambda o: formula(u, o)))
            if not raw["ties"]:
                expected.update(lists(c, k))
        weights = sum(len(c.relevant[u]) for u in c.evaluated)
        auc = accuracy(c, 1)["auc"]
        expected["gauc"] = sum(
            len(c.relevant[u]) * c.expected(u, lambda o: auc(u, o)) for u in c.evaluated) / weights
        expected.update(ratings(c, number in PROBABILITIES))
        raw["evaluated"] = c.evaluated
        raw["expected"] = {k: None if v is None else float(v) for k, v in sorted(expected.items())}
        del raw["ties"]
    print("[")
    for number, raw in enumerate(CASES):
        print(" {")
        lines = ["  " + json.dumps(k) + ": " + json.dumps(v) for k, v in raw.items() if k != "expected"]
        body = ",\n".join("   " + json.dumps(k) + ": " + json.dumps(v) for k, v in raw["expected"].items())
        print(",\n".join(lines) + ',\n  "expected": {\n' + body + "\n  }")
        print(" }," if number + 1 < len(CASES) else " }")
    print("]")


main()
