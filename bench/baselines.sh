#!/usr/bin/env bash
# Times the fast models on MovieLens-1M and prints them beside published figures of implicit 0.7.3.
#
#   bench/baselines.sh [DATA_FOLDER] [TORCH_STEPS]
#
#   DATA_FOLDER   holds ml-1m/ml-1m.sequences.txt or .txt.gz, one line an event: user, space, item;
#                 otherwise RECSYS_DATA names it
#   TORCH_STEPS   a torch_steps.py, which times PyTorch's steps here and now: a yardstick for the
#                 machine; otherwise RECSYS_TORCH_STEPS names it; without either it is left out
#
# With a C++ compiler (or CXX) it also times the textbook loops of baselines.cpp, which know no other
# limit than this machine.
#
# RECSYS_JAVA_OPTS gives the JVM further options. Nothing else should run on the machine meanwhile.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
reference=0.93 # ms a step of BPR with one thread, where implicit was timed

fail() {
  printf 'baselines: %s\n' "$*" >&2
  exit 2
}

[ $# -le 2 ] || fail "give DATA_FOLDER and TORCH_STEPS, no more"
data=${1:-${RECSYS_DATA:-}}
steps=${2:-${RECSYS_TORCH_STEPS:-}}
[ -n "$data" ] || fail "name the data folder: bench/baselines.sh DATA_FOLDER, or RECSYS_DATA"
[ -d "$data" ] || fail "there is no folder $data"
file=$data/ml-1m/ml-1m.sequences.txt
[ -f "$file" ] || file=$file.gz
[ -f "$file" ] || fail "there is neither ml-1m/ml-1m.sequences.txt nor ….txt.gz in $data"
[ -z "$steps" ] || [ -f "$steps" ] || fail "there is no file $steps"

# Settings for another processor can halve the speed of products.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE

"$root/recsys" --version >&2 # builds what is missing or out of date
java=java
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
fi
# shellcheck disable=SC2086 # options are words
"$java" -Xms2g -Xmx2g -Dfile.encoding=UTF-8 ${RECSYS_JAVA_OPTS:-} \
  -cp "$root/recsys-bench/target/recsys/lib/*" org.recsys4j.bench.timing.BaselineTimes "$file"

compiler=${CXX:-c++}
if command -v "$compiler" >/dev/null; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  printf '\nTextbook loops in C++ on this machine:\n'
  if "$compiler" -O3 -march=native -ffast-math -fopenmp -o "$folder/baselines" "$root/bench/baselines.cpp"; then
    gzip -cdf "$file" >"$folder/sequences.txt"
    "$folder/baselines" "$folder/sequences.txt"
  fi
fi

if [ -n "$steps" ]; then
  printf '\nPyTorch, steps of BPR with one thread:\n'
  if /usr/bin/python3 -c 'import torch' 2>/dev/null; then
    /usr/bin/python3 "$steps" --models bpr --threads 1
    printf '%s ms a step is the reference: a machine that needs longer is slower.\n' "$reference"
  else
    printf '/usr/bin/python3 has no torch. Debian: apt-get install %s\n' \
      'python3-torch python3-numpy libopenblas0-pthread'
  fi
fi
