#!/usr/bin/env bash
# Writes artifacts/sbom.json: what the tool and the server are made of (CycloneDX). release/sbom.sh [VERSION]
# The tool holds the server and all libraries, so one bill is that of both.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
version=${1:-$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' Directory.Build.props)}

dotnet tool restore >/dev/null
dotnet restore src/KbApi.Cli --locked-mode -v quiet
dotnet dotnet-CycloneDX src/KbApi.Cli/KbApi.Cli.csproj --output artifacts --filename sbom.json --output-format Json \
    --set-name KbApi --set-version "$version" --set-type Application --exclude-dev \
    --disable-package-restore --base-intermediate-output-path "$PWD/artifacts"
