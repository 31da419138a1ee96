#!/bin/sh
# Feeds one of the readers with made-up bytes for some time, guided by the branches that they reach.
#
# usage: Fuzz/run.sh READER SECONDS [libFuzzer's options]
#
# READER is a name in Fuzz/fuzz/Fuzz.swift (csv, …). The corpus grows in .build-fuzz/corpus/READER and begins with
# the files of Fuzz/seeds/READER; what crashes is written to .build-fuzz/found/READER, and the script fails.
set -eu
reader=${1:?usage: Fuzz/run.sh READER SECONDS}
seconds=${2:?usage: Fuzz/run.sh READER SECONDS}
shift 2
cd "$(dirname "$0")/.."
build=.build-fuzz
ASHAR_FUZZ=1 swift build -c release --product fuzz --scratch-path "$build" \
    -Xswiftc -sanitize=address,fuzzer -Xcc -fsanitize=fuzzer-no-link,address >&2
corpus=$build/corpus/$reader
found=$build/found/$reader
mkdir -p "$corpus" "$found"
set -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$found/" \
    -print_final_stats=1 "$@"
if [ -f "Fuzz/dictionaries/$reader.txt" ]; then
    set -- -dict="Fuzz/dictionaries/$reader.txt" "$@"
fi
seeds=Fuzz/seeds/$reader
export ASAN_OPTIONS="${ASAN_OPTIONS:-quarantine_size_mb=16:detect_leaks=0}"
export SWIFT_BACKTRACE=enable=no
exec "$build/release/fuzz" "$reader" "$@" "$corpus" $([ -d "$seeds" ] && echo "$seeds")
