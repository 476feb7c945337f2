#!/usr/bin/env bash
# Writes anew what is made of something else: the contract, the references of the API and of rules, the types of the client for TypeScript, the
# output that quick starts show, and the page of benchmarks (of the figures that are kept: nothing is measured). Look at the diff before committing it. docs/generate.sh [--no-build]
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 KB_ACCEPT_BASELINES=1

[ "${1:-}" = --no-build ] || dotnet build KbApi.sln -c Release -v quiet
dotnet run --project src/KbApi.Server -c Release --no-build -- openapi openapi.yaml
dotnet run --project tests/KbApi.Benchmarks -c Release --no-build -- --page
[ -d clients/typescript/node_modules ] || (cd clients/typescript && npm ci >/dev/null)
(cd clients/typescript && npm run --silent generate)
dotnet test tests/KbApi.Release.Tests -c Release --no-build --filter "FullyQualifiedName~ReferenceTests|FullyQualifiedName~QuickStartTests"
git diff --stat
