#!/bin/sh
# Feeds readers with made-up bytes for some time, guided by the branches that they reach.
#
# usage: Fuzz/run.sh READER|all SECONDS [libFuzzer's options]
#
# READER is a name in Fuzz/fuzz/Fuzz.swift (csv, xlsx, …); `all` shares SECONDS out among all of them.
# The corpus grows in .build-fuzz/corpus/READER and begins with the files of Fuzz/seeds/READER and with
# fixtures of the tests. What breaks a reader is written to .build-fuzz/found/READER, and the script
# fails; it fails too when two processes make different things of one file.
set -eu
reader=${1:?usage: Fuzz/run.sh READER|all SECONDS}
seconds=${2:?usage: Fuzz/run.sh READER|all SECONDS}
shift 2
cd "$(dirname "$0")/.."
build=.build-fuzz
readers="csv xlsx xlsx-parts xlsform draft study expression markdown statfile qdpx qde qdc highlights"
ASHAR_FUZZ=1 swift build -c release --product fuzz --scratch-path "$build" \
    -Xswiftc -sanitize=address,fuzzer -Xcc -fsanitize=fuzzer-no-link,address >&2
# Swift keeps caches, so a leak says nothing, and looking for one runs the reader once more. Without
# stacks of allocations, and without that, three times as many bytes are read in the same time.
export ASAN_OPTIONS="${ASAN_OPTIONS:-quarantine_size_mb=16:detect_leaks=0:malloc_context_size=0}"
export SWIFT_BACKTRACE=enable=no
fixtures=Tests/FilesTests/Fixtures
# Held in memory where the system offers that: a run must not wait for a disk.
TMPDIR=$(mktemp -d /dev/shm/ashar-fuzz-XXXXXX 2> /dev/null || mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

# The folders that a reader begins with.
seeds() {
    [ ! -d "Fuzz/seeds/$1" ] || echo "Fuzz/seeds/$1"
    case $1 in
        xlsx) echo "$fixtures/XLSX" ;;
        statfile) echo "$fixtures/Statistics" ;;
        qdpx | qdc) echo "$fixtures/QDA" ;;
        highlights) echo "$fixtures/QDA/taguette" ;;
    esac
    [ ! -d "$fixtures/found/$1" ] || echo "$fixtures/found/$1"
}

# Feeds the reader $1 for $2 seconds; more arguments are libFuzzer's.
feed() {
    name=$1
    time=$2
    shift 2
    corpus=$build/corpus/$name
    found=$build/found/$name
    mkdir -p "$corpus" "$found"
    words=Fuzz/dictionaries/$name.txt
    [ ! -f "$words" ] || set -- -dict="$words" "$@"
    # Longer files are only slower: some of the workbooks are bombs.
    case $name in
        xlsx) set -- -max_len=8192 "$@" ;;
        xlsform | draft) set -- -max_len=4096 "$@" ;;
    esac
    # shellcheck disable=SC2046  # folders without spaces
    "$build/release/fuzz" "$name" -max_total_time="$time" -timeout=10 -rss_limit_mb=2048 \
        -detect_leaks=0 -artifact_prefix="$found/" -print_final_stats=1 "$@" \
        "$corpus" $(seeds "$name") || return
    # Hash tables have other seeds in another process, so what rests on their order shows here.
    for process in 1 2; do
        find "$corpus" -type f | head -n 2000 | xargs "$build/release/fuzz" outcomes "$name" \
            > "$found/outcomes.$process"
    done
    diff "$found/outcomes.1" "$found/outcomes.2"
}

[ "$reader" = all ] || { feed "$reader" "$seconds" "$@"; exit; }
count=$(echo $readers | wc -w)
broken=
for reader in $readers; do
    echo "--- $reader" >&2
    feed "$reader" $(((seconds + count - 1) / count)) "$@" || broken="$broken $reader"
done
[ -z "$broken" ] || { echo "broken:$broken (see $build/found)" >&2; exit 1; }
