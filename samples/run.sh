#!/usr/bin/env bash
# Does what the author of rules does: installs the packages from a feed, builds and tests a rule of his own, and runs it in the tool;
# and runs rules that stand beside documents. Needs the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C.UTF-8 DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

work=../artifacts/samples
rm -rf "$work"
mkdir -p "$work/feed"
trap 'rm -rf "$work/packages"' EXIT
# A version of its own, so that no package of an earlier run is taken from a cache.
version=0.1.0-samples.$(date +%Y%m%d%H%M%S)

for project in KbApi.Content KbApi.Rules KbApi.Rules.Testing; do
    dotnet pack "../src/$project" -c Release -o "$work/feed" -p:Version="$version" -v quiet
done

dotnet test printer-rules/PrinterRules.Tests -c Release -p:KbApiVersion="$version" -p:RestoreAdditionalProjectSources="$PWD/$work/feed" \
    -p:RestorePackagesPath="$PWD/$work/packages" --artifacts-path "$PWD/$work/build"

dotnet build ../src/KbApi.Cli -c Release -v quiet
kb() { dotnet exec ../artifacts/bin/KbApi.Cli/release/kb.dll "$@"; }
expect() { diff -u "$1" - && echo "as expected: $1"; }

# Found, so exit code 1.
{ kb lint declared-rules --severity info 2>/dev/null || [ $? -eq 1 ]; } | grep -v ' KB10\| KB11' | expect declared-rules/expected.txt
plugin=$(ls "$work"/build/bin/PrinterRules/release/PrinterRules.dll)
{ kb lint shouting.md --plugin "$plugin" 2>/dev/null || [ $? -eq 1 ]; } | expect <(echo "shouting.md(5,3): warning PRINT1001: 'OUT OF PAPER' is shouted.")
