#!/usr/bin/env bash
# Packs the libraries and the tool. release/pack.sh [FOLDER [OPTION…]]: the folder is artifacts/packages unless given; options are those of
# "dotnet pack", for example -p:Version=0.2.0-beta.1 or --no-build.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/artifacts/packages}
[ $# -eq 0 ] || shift

for project in KbApi.Content KbApi.Rules KbApi.Rules.Testing KbApi.Search KbApi.Cli; do
    dotnet pack "$root/src/$project" -c Release -o "$folder" -v quiet "$@"
done
