#!/usr/bin/env bash
# Kills training with SIGKILL at random times, resumes it each time, and tells what that has cost.
#
#   bench/kill.sh [KILLS]     100 by default, about eight seconds each
#
# Every run is killed ten times and then left to end. Two of three save after every update, which
# puts many kills inside a save, the others every 0.3 s. Fails if a state cannot be loaded, if more is lost than
# one interval and what a save and an epoch take, or if a final model is not, bit by bit, the one of
# a run that was never killed.
set -euo pipefail

kills=${1:-100}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

options=(arm.csv --hidden-units 8 --sequence 50 --epochs 400 --patience 400)
intervals=(0 0 0.005)
slack=1 # s that an epoch and a save may take on a busy machine

"$root/lindyn" simulate --trials 12 --out arm.csv >simulate.out
"$root/lindyn" train "${options[@]}" --out whole >whole.out 2>&1
expected=$(sha256sum <whole/model/weights.safetensors)

fail() {
  echo "kill.sh: $1" >&2
  cat log >&2
  exit 1
}

# Waits until there is another checkpoint, so that a run goes forward, or the process is gone.
await_checkpoint() {
  while kill -0 "$1" 2>/dev/null && [[ $(checkpoints) == "$2" ]]; do
    sleep 0.02
  done
}
checkpoints() { ls run/checkpoints 2>/dev/null || true; }

# Time of training that the last checkpoint has, and that the last line of the metrics has, in s.
saved_seconds() {
  local last
  last=$(ls -d run/checkpoints/0* 2>/dev/null | tail -1)
  if [[ -n $last ]]; then sed -n 's/.*"seconds" : \([^,]*\).*/\1/p' "$last/lindyn.json" | head -1; else echo 0; fi
}
trained_seconds() { tail -1 run/metrics.csv 2>/dev/null | cut -d, -f6 | grep -E '^[0-9.]+$' || echo 0; }

done=0 inside=0 unloadable=0 models=0 equal=0 lost=0 excess=0 turn=0
while ((done < kills)); do
  minutes=${intervals[turn++ % ${#intervals[@]}]}
  rm -rf run
  here=0
  command=(train "${options[@]}" --checkpoint-minutes "$minutes" --out run)
  while true; do
    before=$(checkpoints)
    "$root/lindyn" "${command[@]}" >log 2>&1 &
    process=$!
    if ((RANDOM % 5)); then await_checkpoint $process "$before"; fi
    if ((done < kills && here < 10)); then
      sleep "0.$((RANDOM % 1000))"
      kill -9 $process 2>/dev/null || true
    fi
    code=0
    wait $process 2>/dev/null || code=$?
    if ((code == 0)); then break; fi
    if ((code != 137)); then fail "a state could not be loaded (exit code $code)"; fi
    if grep -q "passed over" log; then unloadable=$((unloadable + 1)); fi
    done=$((done + 1)) here=$((here + 1))
    if compgen -G "run/checkpoints/.0*" >/dev/null; then inside=$((inside + 1)); fi
    loss=$(awk "BEGIN { l = $(trained_seconds) - $(saved_seconds); print (l > 0 ? l : 0) }")
    lost=$(awk "BEGIN { print ($loss > $lost ? $loss : $lost) }")
    excess=$(awk "BEGIN { e = $loss - 60 * $minutes; print (e > $excess ? e : $excess) }")
    if [[ -e run/report.html ]] && grep -q '"results" : {' run/run.json; then break; fi # killed at its end
    if [[ -e run/run.json ]]; then command=(resume run); fi
  done
  models=$((models + 1))
  if [[ $(sha256sum <run/model/weights.safetensors) == "$expected" ]]; then equal=$((equal + 1)); fi
  echo "$done kills, $inside inside a save, $equal of $models models equal" >&2
done

echo "kills                        $done, $inside of them inside a save"
echo "unloadable states            $unloadable"
echo "most training lost           $lost s, at intervals of 0 and 0.3 s"
echo "models like the unkilled     $equal of $models, bit by bit"
((unloadable == 0 && equal == models)) && awk "BEGIN { exit !($excess < $slack) }"
