// The textbook loops of ials and bpr-mf in C++, to know what this machine allows: bench/baselines.sh
// compiles and runs it where there is a compiler, in one sitting with ours.
//
// bpr: Hogwild (threads write the shared vectors unguarded; no two runs agree), one uniformly drawn
// event a sample, an unseen item from a second one; d factors and an item bias; plain gradient steps.
// ials: three steps of conjugate gradients a row, threads share the rows.
//
//   c++ -O3 -march=native -ffast-math -fopenmp baselines.cpp && ./a.out FILE
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <random>
#include <vector>

#include <omp.h>

namespace {

constexpr int D = 64;

struct Sparse {
  std::vector<int> starts, columns;
  int rows() const { return static_cast<int>(starts.size()) - 1; }
};

Sparse build(std::vector<std::pair<int, int>> cells, int rows) {
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  Sparse sparse;
  sparse.starts.assign(rows + 1, 0);
  for (auto [row, column] : cells) {
    sparse.starts[row + 1]++;
    sparse.columns.push_back(column);
  }
  for (int row = 0; row < rows; row++) sparse.starts[row + 1] += sparse.starts[row];
  return sparse;
}

std::vector<float> normal(int size, float deviation) {
  std::mt19937 random(42);
  std::normal_distribution<float> draw(0, deviation);
  std::vector<float> values(size);
  for (float& value : values) value = draw(random);
  return values;
}

float dot(const float* a, const float* b) {
  float sum = 0;
  for (int k = 0; k < D; k++) sum += a[k] * b[k];
  return sum;
}

void add(float* to, float factor, const float* from) {
  for (int k = 0; k < D; k++) to[k] += factor * from[k];
}

void bpr_epoch(const Sparse& by_user, const std::vector<int>& user_of, std::vector<float>& users,
               std::vector<float>& items, std::vector<float>& biases, int threads) {
  const float rate = 0.05f, regularisation = 0.01f;
  const long events = static_cast<long>(by_user.columns.size());
#pragma omp parallel num_threads(threads)
  {
    std::mt19937 random(7 + omp_get_thread_num());
    std::uniform_int_distribution<long> draw(0, events - 1);
#pragma omp for schedule(static)
    for (long sample = 0; sample < events; sample++) {
      long event = draw(random);
      int user = user_of[event], liked = by_user.columns[event];
      int other = by_user.columns[draw(random)];
      const int* row = by_user.columns.data();
      if (std::binary_search(row + by_user.starts[user], row + by_user.starts[user + 1], other)) continue;
      float* u = &users[static_cast<long>(user) * D];
      float* p = &items[static_cast<long>(liked) * D];
      float* n = &items[static_cast<long>(other) * D];
      float x = biases[liked] - biases[other];
      for (int k = 0; k < D; k++) x += u[k] * (p[k] - n[k]);
      float z = 1 / (1 + std::exp(x));
#pragma omp simd
      for (int k = 0; k < D; k++) {
        float old = u[k], up = p[k], down = n[k];
        u[k] = old + rate * (z * (up - down) - regularisation * old);
        p[k] = up + rate * (z * old - regularisation * up);
        n[k] = down + rate * (-z * old - regularisation * down);
      }
      biases[liked] += rate * (z - regularisation * biases[liked]);
      biases[other] += rate * (-z - regularisation * biases[other]);
    }
  }
}

void ials_half(const Sparse& cells, const std::vector<float>& fixed, std::vector<float>& solved,
               float regularisation, float weight, int threads) {
  std::vector<float> gram(D * D, 0);
  for (size_t row = 0; row < fixed.size() / D; row++)
    for (int k = 0; k < D; k++) add(&gram[k * D], fixed[row * D + k], &fixed[row * D]);
  for (int k = 0; k < D; k++) gram[k * D + k] += regularisation;
#pragma omp parallel for num_threads(threads) schedule(guided)
  for (int row = 0; row < cells.rows(); row++) {
    float* x = &solved[static_cast<long>(row) * D];
    float r[D] = {}, p[D], image[D];
    auto apply = [&](const float* vector, float* out, float scale) {
      std::memset(out, 0, sizeof r);
      for (int k = 0; k < D; k++) add(out, scale * vector[k], &gram[k * D]);
    };
    apply(x, r, -1);
    for (int c = cells.starts[row]; c < cells.starts[row + 1]; c++) {
      const float* y = &fixed[static_cast<long>(cells.columns[c]) * D];
      add(r, 1 + weight - weight * dot(y, x), y);
    }
    std::memcpy(p, r, sizeof r);
    float square = dot(r, r);
    for (int step = 0; step < 3 && square > 1e-20f; step++) {
      apply(p, image, 1);
      for (int c = cells.starts[row]; c < cells.starts[row + 1]; c++) {
        const float* y = &fixed[static_cast<long>(cells.columns[c]) * D];
        add(image, weight * dot(y, p), y);
      }
      float length = square / dot(p, image);
      add(x, length, p);
      add(r, -length, image);
      float next = dot(r, r);
      for (int k = 0; k < D; k++) p[k] = r[k] + next / square * p[k];
      square = next;
    }
  }
}

template <typename Work>
double median_seconds(Work work) {
  std::vector<double> seconds;
  for (int round = 0; round < 7; round++) {
    auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  seconds.erase(seconds.begin(), seconds.begin() + 2); // two rounds to warm up
  std::sort(seconds.begin(), seconds.end());
  return seconds[2];
}

}  // namespace

int main(int count, char** arguments) {
  FILE* file = count == 2 ? std::fopen(arguments[1], "r") : nullptr;
  if (file == nullptr) {
    std::fprintf(stderr, "baselines: name a readable file of lines 'user item'\n");
    return 2;
  }
  std::vector<std::pair<int, int>> cells, transposed;
  int user, item, users = 0, items = 0;
  while (std::fscanf(file, "%d %d", &user, &item) == 2) {
    cells.push_back({user, item});
    transposed.push_back({item, user});
    users = std::max(users, user + 1);
    items = std::max(items, item + 1);
  }
  std::fclose(file);
  Sparse by_user = build(cells, users), by_item = build(transposed, items);
  std::vector<int> user_of;
  for (int u = 0; u < users; u++)
    user_of.insert(user_of.end(), by_user.starts[u + 1] - by_user.starts[u], u);

  for (int threads : {1, 2}) {
    std::vector<float> x = normal(users * D, 0.01f), y = normal(items * D, 0.01f), b(items, 0);
    double bpr = median_seconds([&] { bpr_epoch(by_user, user_of, x, y, b, threads); });
    double ials = median_seconds([&] {
      x = normal(users * D, 0.01f);
      y = normal(items * D, 0.01f);
      for (int iteration = 0; iteration < 15; iteration++) {
        ials_half(by_user, y, x, 60, 5, threads);
        ials_half(by_item, x, y, 60, 5, threads);
      }
    });
    std::printf("%-40s %d thread%s  %.3f s\n", "bpr-mf with sgd, d 64, 1 epoch", threads,
                threads == 1 ? " " : "s", bpr);
    std::printf("%-40s %d thread%s  %.3f s\n", "ials, d 64, 15 iterations", threads,
                threads == 1 ? " " : "s", ials);
  }
}
