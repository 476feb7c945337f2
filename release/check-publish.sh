#!/usr/bin/env bash
# Publishes the server in every flavour that the documentation names, starts each outside of the repository, and asks it: one that
# can't start shows here and not at a customer's. Needs the .NET SDK and curl. Takes some minutes: everything is compiled three times.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
. release/server-answers.sh

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
# A copy: lock files and what is built for other tests stay as they are.
mkdir "$work/source"
git ls-files -z -- src content '*.props' global.json BannedSymbols.txt .editorconfig | tar --null --create --files-from=- | tar --extract --directory "$work/source"

rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
failed=0
# flavour NAME OPTION…
flavour() {
    local name=$1 port address
    shift
    dotnet publish "$work/source/src/KbApi.Server" -c Release -p:RunAnalyzers=false -o "$work/$name" -v quiet "$@"
    port=$(free_port) address=127.0.0.1:$port
    (cd / && HOME="$work" exec "$work/$name/KbApi.Server" --urls "http://$address" >"$work/$name.log" 2>&1) &
    server=$!
    if answers "$address" "$server" && kill "$server" && wait "$server"; then
        printf '%-40s %8s  answers\n' "$name" "$(du -sh "$work/$name" | cut -f1)"
    else
        printf '%-40s           does not answer\n' "$name"
        tail -20 "$work/$name.log"
        failed=1
    fi
    server=
}

flavour portable
flavour ready-to-run -r "$rid" --self-contained false
flavour self-contained -r "$rid" --self-contained true
flavour self-contained-composite -r "$rid" --self-contained true -p:PublishReadyToRunComposite=true
exit "$failed"
