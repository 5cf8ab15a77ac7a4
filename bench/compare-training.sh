#!/usr/bin/env bash
# Times training steps of the network models beside PyTorch's, in turn, three rounds, and prints the
# ratios of medians: above 1, ours is faster.
#
#   bench/compare-training.sh TORCH_STEPS [MODELS]
#
#   TORCH_STEPS   a torch_steps.py, which times PyTorch's steps; otherwise RECSYS_TORCH_STEPS names it
#   MODELS        names of its models, separated by commas; all of them where it is left out
#
# RECSYS_SECONDS says how long each model runs in each round (default 10; in shorter ones, much of
# our time is compilation), RECSYS_ROUNDS how many rounds there are (default 3), RECSYS_JAVA_OPTS
# gives the JVM further options. Needs Debian's python3-torch python3-numpy libopenblas0-pthread.
# Nothing else should run meanwhile.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
steps=${1:-${RECSYS_TORCH_STEPS:-}}
models=${2:-bpr,neumf,lightgcn,gru4rec,sasrec,caser,multi_vae}
seconds=${RECSYS_SECONDS:-10}
if [ -z "$steps" ] || [ ! -f "$steps" ]; then
  printf 'compare-training: name a torch_steps.py\n' >&2
  exit 2
fi

# Settings for another processor can halve the speed of products.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE

# An OpenBLAS older than the processor falls back to its slowest kernels, so PyTorch gets the kernels that are fastest
# here. With these settings of malloc, which it would give itself, its script leaves the environment alone.
export MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_MMAP_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=1000000000
torch() { # KERNELS ARGUMENTS...
  if [ "$1" = default ]; then
    /usr/bin/python3 "$steps" "${@:2}"
  else
    OPENBLAS_CORETYPE=$1 /usr/bin/python3 "$steps" "${@:2}"
  fi
}
kernels=$(
  for candidate in default Haswell $(grep -qsw avx512f /proc/cpuinfo && echo SkylakeX); do
    torch "$candidate" --threads 1 --models multi_vae --seconds 3 |
      awk -v k="$candidate" '/ms a step/ { print $5, k }'
  done | sort -n | awk 'NR == 1 { print $2 }'
)
printf 'OpenBLAS kernels of PyTorch: %s\n' "${kernels:?PyTorch does not run}" >&2

"$root/recsys" --version >&2 # builds what is missing or out of date
java=java
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
fi
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
for round in $(seq "${RECSYS_ROUNDS:-3}"); do
  printf 'round %s\n' "$round" >&2
  for threads in 1 2; do
    torch "$kernels" --threads "$threads" --models "$models" --seconds "$seconds" |
      awk -v t="$threads" '/ms a step/ { print "torch", t, $1, $5 }' | tee -a "$lines" >&2
    # shellcheck disable=SC2086 # options are words
    env -u MALLOC_TRIM_THRESHOLD_ -u MALLOC_MMAP_THRESHOLD_ -u MALLOC_TOP_PAD_ \
      "$java" -Xms2g -Xmx2g -XX:+UseParallelGC ${RECSYS_JAVA_OPTS:-} \
      -cp "$root/recsys-bench/target/recsys/lib/*" \
      org.recsys4j.bench.timing.TrainingStepBenchmark "$threads" "$seconds" "$models" |
      awk -v t="$threads" '/ms a step/ { print "ours", t, $1, $2 }' | tee -a "$lines" >&2
  done
done
python3 - "$lines" <<'PYTHON'
import statistics
import sys

times = {}
for line in open(sys.argv[1], encoding="utf-8"):
    who, threads, model, milliseconds = line.split()
    times.setdefault((model, who, int(threads)), []).append(float(milliseconds))
median = {key: statistics.median(values) for key, values in times.items()}
print("| model | PyTorch 1 / 2 threads (ms) | ours 1 / 2 threads (ms) | 1 thread each | ours 2, PyTorch's best |")
print("| --- | --: | --: | --: | --: |")
for model in dict.fromkeys(key[0] for key in times):
    if (model, "ours", 1) in median:
        torch = [median[model, "torch", t] for t in (1, 2)]
        ours = [median[model, "ours", t] for t in (1, 2)]
        print(f"| {model} | {torch[0]:.2f} / {torch[1]:.2f} | {ours[0]:.2f} / {ours[1]:.2f} "
              f"| {torch[0] / ours[0]:.2f} | {min(torch) / ours[1]:.2f} |")
PYTHON
