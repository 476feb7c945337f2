#!/usr/bin/env bash
# Fuzzes a target with afl++ (Debian: afl++), guided by which code each input reaches:
#   tests/KbApi.InputFuzzing/afl.sh TARGET SECONDS
# Targets: markdown yaml editorconfig codes query logs translation report. What it finds is in artifacts/afl/TARGET/default/{crashes,hangs};
# `dotnet run -c Release --project tests/KbApi.InputFuzzing -- replay TARGET FILE` runs one of them again.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${1:?TARGET} seconds=${2:?SECONDS}
out=artifacts/afl/$target bin=artifacts/afl/bin tools=artifacts/afl/tools

command -v afl-fuzz >/dev/null || { echo "Install afl++ first." >&2; exit 2; }
[ -x "$tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --tool-path "$tools" >/dev/null
if [ ! -e "$bin/instrumented" ]; then
    rm -rf "$bin"
    dotnet build tests/KbApi.InputFuzzing -c Release >/dev/null
    mkdir -p artifacts/afl
    cp -r artifacts/bin/KbApi.InputFuzzing/release "$bin"
    for assembly in "$bin"/KbApi.{Content,Rules,Search,Translation,Server}.dll "$bin"/Markdig.dll "$bin"/YamlDotNet.dll; do
        "$tools/sharpfuzz" "$assembly"
    done
    touch "$bin/instrumented"
fi

mkdir -p "$out"
AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_AUTORESUME=1 \
    afl-fuzz -i "tests/KbApi.InputFuzzing/Seeds/$target" -o "$out" -V "$seconds" -t 60000 -m none dotnet "$bin/KbApi.InputFuzzing.dll" afl "$target"
grep -E "^(run_time|execs_done|corpus_count|edges_found|saved_crashes|saved_hangs)" "$out/default/fuzzer_stats"
