#!/bin/sh
# run_corpus.sh PROGRAM NAME…: runs the program on these files of the corpus; skipped where there is none.
set -u
program=$1
shift
if [ -z "${SLIPWAY_CORPUS:-}" ] || [ ! -d "$SLIPWAY_CORPUS" ]; then
    echo "Skipped: SLIPWAY_CORPUS names no folder with sample cases."
    exit 77
fi
files=
for name in "$@"; do
    [ -f "$SLIPWAY_CORPUS/$name.jsonl" ] && files="$files $SLIPWAY_CORPUS/$name.jsonl"
done
if [ -z "$files" ]; then
    echo "Skipped: $SLIPWAY_CORPUS holds none of the files this suite runs."
    exit 77
fi
# shellcheck disable=SC2086  # a list of files
exec "$program" $files
