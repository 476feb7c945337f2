#!/usr/bin/env bash
# Builds the solution and runs all tests. Needs the .NET SDK; what else the tests need is installed from Debian packages and npm.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=artifacts/test-results
rm -rf "$results"

# install PACKAGE PROBE…: installs a Debian package unless the probe succeeds.
install() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 && return
    echo "Installing $package …"
    local sudo=
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    $sudo apt-get install -y --no-install-recommends "$package" >/dev/null || {
        $sudo apt-get update >/dev/null && $sudo apt-get install -y --no-install-recommends "$package" >/dev/null
    } || { echo "$package cannot be installed; install it by hand and run this again." >&2; exit 2; }
}

# Swedish needs ICU; without it .NET does not start at all.
install "$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | sort | tail -1 | cut -d' ' -f1)" sh -c 'ldconfig -p | grep -q libicuuc'

# Quick starts are walked through as they are written.
install curl command -v curl

# The site is tested in a browser. Where there is none, those tests are skipped.
(install chromium command -v chromium) || echo "Chromium cannot be installed; the tests that need a browser are skipped." >&2

# Reports are kept in PostgreSQL by servers that the tests start. Where there is none, those tests are skipped.
(install postgresql sh -c 'ls /usr/lib/postgresql/*/bin/initdb') || echo "PostgreSQL cannot be installed; the tests that need it are skipped." >&2

# The contract is checked with public tools, and called by the client for TypeScript. Where they can't be had, those tests are skipped.
(install nats-server sh -c 'command -v nats-server || test -x /usr/sbin/nats-server') || echo "NATS cannot be installed; the tests that need it are skipped." >&2

# The contract is checked with public tools, and called by a client that one of them generates. Where they can't be had, those tests are skipped.
if (command -v npm || (install nodejs command -v node && install npm command -v npm)) >/dev/null 2>&1; then
    (cd tests/contract && npm ci >/dev/null) || echo "The tools of tests/contract cannot be installed; the tests that need them are skipped." >&2
    (cd clients/typescript && npm ci >/dev/null) || echo "The packages of clients/typescript cannot be installed; its tests are skipped." >&2
fi

# XLIFF is read and written by parsers of others, and checked against the schemas of the standard.
if command -v npm >/dev/null 2>&1; then
    (cd tests/xliff && npm ci >/dev/null) || echo "The tools of tests/xliff cannot be installed; the tests that need them are skipped." >&2
fi
# The language server is driven by the client library of VS Code, and the extension is compiled.
if command -v npm >/dev/null 2>&1; then
    (cd tests/lsp && npm ci >/dev/null && cd ../../editors/vscode && npm ci >/dev/null) || echo "The packages of tests/lsp and editors/vscode cannot be installed; the tests that need them are skipped." >&2
fi
(install python3-translate test -d /usr/lib/python3/dist-packages/translate) || echo "Tests with translate-toolkit are skipped." >&2
(install php-symfony-translation test -d /usr/share/php/Symfony/Component/Translation/Resources/schemas) || echo "Tests with the schemas of XLIFF are skipped." >&2

dotnet build KbApi.sln -c Release || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test KbApi.sln -c Release --no-build --results-directory "$results" --logger trx
status=$?

count() {
    cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

total=$(count total) executed=$(count executed) passed=$(count passed) failed=$(count failed)
# A run that broke off, or found nothing to run, has failed, whatever was counted.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ] || [ "$total" -eq 0 ]; then
    failed=$((failed + 1))
fi

echo "$passed passed, $failed failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ]
