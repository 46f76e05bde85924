# For scripts of this folder: train_nmse FOLDER OPTIONS... trains in FOLDER and prints the mean test nMSE.

train_nmse() {
  local folder=$1
  shift
  "$root/lindyn" train --out "$folder" --json "$@" 2>/dev/null |
    sed -n -E '/"nmse"/,/}/s/.*"mean" : ([-0-9.Ee]+),?.*/\1/p' | head -1
}
