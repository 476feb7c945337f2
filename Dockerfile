# The server with its content. Build: docker build -t kbapi .   Run: docker run --read-only -p 5080:5080 kbapi
# Other content: docker run --read-only -p 5080:5080 -v "$PWD/docs:/content:ro" kbapi
# Reports are kept in the volume /data: -v kb-data:/data; or in PostgreSQL: -e KB_STORE=postgres://…
# More in docs/container.md; release/check-container.sh builds and runs it without Docker.

# What .NET needs, without .NET, a shell and a package manager; with ICU and time zones: Swedish is not sorted, compared or formatted right without ICU.
ARG RUNTIME=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# The packages first: this layer is used again until a project or lock file changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/KbApi.Content/KbApi.Content.csproj src/KbApi.Content/packages.lock.json src/KbApi.Content/
COPY src/KbApi.Rules/KbApi.Rules.csproj src/KbApi.Rules/packages.lock.json src/KbApi.Rules/
COPY src/KbApi.Reports/KbApi.Reports.csproj src/KbApi.Reports/packages.lock.json src/KbApi.Reports/
COPY src/KbApi.Search/KbApi.Search.csproj src/KbApi.Search/packages.lock.json src/KbApi.Search/
COPY src/KbApi.Server/KbApi.Server.csproj src/KbApi.Server/packages.lock.json src/KbApi.Server/
RUN dotnet restore src/KbApi.Server/KbApi.Server.csproj --locked-mode

COPY src/KbApi.Content src/KbApi.Content
COPY src/KbApi.Rules src/KbApi.Rules
COPY src/KbApi.Reports src/KbApi.Reports
COPY src/KbApi.Search src/KbApi.Search
COPY src/KbApi.Server src/KbApi.Server
COPY content content

# Compiled ahead for the platform and together with .NET, it starts in a third of the time. That restores once more, with the versions that the lock
# files were held to above. What analyzers find was found before.
RUN dotnet publish src/KbApi.Server/KbApi.Server.csproj -c Release --use-current-runtime --self-contained true -p:PublishReadyToRunComposite=true -p:RunAnalyzers=false -o /app \
    && mkdir /data

FROM ${RUNTIME} AS final
WORKDIR /app
COPY --from=build /app .
COPY content /content
# What the server writes goes here and nowhere else.
COPY --from=build --chown=1654:1654 /data /data
ENV KB_CONTENT=/content \
    Kb__SearchIndexFolder=/data/search \
    ASPNETCORE_URLS=http://+:5080 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
EXPOSE 5080
VOLUME /data
USER 1654
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["/app/KbApi.Server", "health", "http://localhost:5080"]
ENTRYPOINT ["/app/KbApi.Server"]
