#!/usr/bin/env bash
# Does what the author of rules does: installs the packages from a feed, builds and tests a rule of his own, and runs it in the tool;
# and runs rules that stand beside documents. Then has a chatbot talk with the server in two languages, over plain HTTP and over the Model Context
# Protocol. Needs the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C.UTF-8 DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

work=../artifacts/samples
rm -rf "$work"
mkdir -p "$work/feed"
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work/packages"' EXIT
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

# The chatbot says the same whatever it asks: the REST API, or the tools over HTTP or over the streams of a process.
dotnet build chatbot -c Release --artifacts-path "$work/chatbot" -v quiet
tool=$PWD/../artifacts/bin/KbApi.Cli/release/kb.dll
port=$((20000 + RANDOM % 20000))
(cd .. && exec dotnet exec "$tool" serve content --urls "http://127.0.0.1:$port" >"artifacts/samples/server.log") &
server=$!
until dotnet exec ../artifacts/bin/KbApi.Server/release/KbApi.Server.dll health "http://127.0.0.1:$port"; do
    kill -0 "$server" || { cat "$work/server.log"; exit 1; }
done

for locale in en-US sv-SE; do
    for variant in "http http://127.0.0.1:$port $locale" "mcp http://127.0.0.1:$port/mcp $locale" "stdio $locale dotnet exec $tool mcp content"; do
        # shellcheck disable=SC2086 # The words of a variant are arguments.
        (cd .. && exec dotnet exec "artifacts/samples/chatbot/bin/Chatbot/release/chatbot.dll" $variant) <"chatbot/said.$locale.txt" | expect "chatbot/conversation.$locale.txt"
    done
done

# What the documentation shows is what is said.
sed -n '/^Bot: What is wrong/,/^```$/p' ../docs/chatbots.md | sed '$d' | expect chatbot/conversation.en-US.txt
