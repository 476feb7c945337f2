#!/usr/bin/env bash
# Builds the container from the Dockerfile and runs it, without Docker and without a registry: as root on Debian, with buildah and the .NET SDK.
# What can't be pulled is stood in for. The SDK's image is this machine's own programs, mounted; the runtime's image is made of the
# libraries of this machine that .NET loads, and has, like the real one, no shell, no package manager and no .NET.
# Shown are all steps of the Dockerfile, and that its result runs as user 1654 with a root that nobody can write to. Not shown: the real base images.
set -euo pipefail
cd "$(dirname "$0")/.."
. release/server-answers.sh
[ "$(id -u)" -eq 0 ] || { echo "Run this as root: it mounts and changes users." >&2; exit 2; }
command -v buildah >/dev/null || { echo "buildah is not installed: apt-get install buildah" >&2; exit 2; }

work=$(mktemp -d)
server=
buildah() { command buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs "$@"; }
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; buildah rm --all >/dev/null 2>&1 || true; rm -rf --one-file-system "$work"' EXIT

step() { printf '\n== %s\n' "$*"; }

# image NAME FOLDER: an image of what is in a folder.
image() {
    local container
    container=$(buildah from scratch)
    buildah copy --quiet "$container" "$2" / >/dev/null
    buildah commit --quiet "$container" "$1" >/dev/null
    buildah rm "$container" >/dev/null
}

step "Stand-in for the SDK's image"
mkdir -p "$work/sdk"/{tmp,usr,etc,root,proc,dev,sys}
for link in bin sbin lib lib64; do
    if [ -L "/$link" ]; then ln -s "usr/$link" "$work/sdk/$link"; fi
done
image mcr.microsoft.com/dotnet/sdk:10.0 "$work/sdk"

step "Stand-in for the runtime's image"
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
root=$work/runtime
mkdir -p "$root"/{tmp,etc/ssl,proc,dev}
chmod 1777 "$root/tmp"
echo 'app:x:1654:1654::/home/app:/bin/false' >"$root/etc/passwd"
# A container engine writes this one.
echo '127.0.0.1 localhost' >"$root/etc/hosts"
cp -aL /etc/ssl/certs "$root/etc/ssl/" 2>/dev/null || true
# The libraries of the runtime, and those that it loads by name.
icu=$(ldconfig -p | sed -n 's/.*libicuuc\.so\.[0-9]* .*=> //p' | head -1)
{
    find "$dotnet" -name '*.so' -path '*/10.*' -exec ldd {} + 2>/dev/null
    ldd "$dotnet/dotnet" "$icu" "${icu/libicuuc/libicui18n}"
    ldconfig -p | grep -E '\blib(icuuc|icui18n|icudata|ssl|crypto)\.so\.'
} | grep -oE '/[^ :]+\.so[^ :]*' | grep -v "^$dotnet" | sort -u | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
done
image local/runtime "$root"

step "Build"
mounts=(--volume /etc:/etc:ro --volume "$HOME/.nuget:/root/.nuget")
for folder in /usr /lib /lib64 /bin "$dotnet"; do
    # Where /lib leads to /usr/lib, the stand-in has the same link.
    [ -L "$folder" ] || mounts+=(--volume "$folder:$folder:ro")
done
buildah bud --isolation chroot --format docker --pull-never --build-arg RUNTIME=local/runtime "${mounts[@]}" --tag kbapi .

step "What it says about itself"
inspected=$(buildah inspect --type image kbapi)
for expected in '"User": "1654"' '"/data": {}' '"5080/tcp": {}' '"health"'; do
    grep -qF "$expected" <<<"$inspected" || { echo "The image does not have $expected." >&2; exit 1; }
done

container=$(buildah from --pull-never kbapi)
mounted=$(buildah mount "$container")
echo "size: $(du -sh "$mounted" | cut -f1), of it the stand-in runtime $(du -sh "$root" | cut -f1)"
if [ -e "$mounted/bin/sh" ] || [ -e "$mounted/usr/bin/sh" ]; then echo "There is a shell in it." >&2; exit 1; fi

step "Run: user 1654, nothing but /data can be written"
port=$(free_port)
mkdir "$work/data"
chown 1654:1654 "$work/data"
# inside COMMAND…: in the image's root, which is read-only, as its user.
inside() {
    MOUNTED=$mounted DATA=$work/data PORT=$port exec unshare --mount bash -c '
        mount --bind "$MOUNTED" "$MOUNTED" && mount --bind "$DATA" "$MOUNTED/data" && mount -t proc proc "$MOUNTED/proc"
        mount --bind /dev "$MOUNTED/dev" && mount -o remount,ro,bind "$MOUNTED"
        exec env -i PATH=/usr/bin KB_CONTENT=/content Kb__SearchIndexFolder=/data/search ASPNETCORE_URLS="http://+:$PORT" \
            /usr/sbin/chroot --userspec=1654:1654 --groups=1654 "$MOUNTED" "$@"' bash "$@"
}
(inside /app/KbApi.Server >"$work/server.log" 2>&1) &
server=$!
answers "127.0.0.1:$port" "$server" || { cat "$work/server.log"; exit 1; }
# Asked three times, as an engine does before it calls a container unhealthy.
for attempt in 1 2 3; do
    if (inside /app/KbApi.Server health "http://localhost:$port"); then break; fi
    [ "$attempt" -lt 3 ] || { echo "The health check fails." >&2; exit 1; }
done
grep -q '^Uid:.1654.1654.1654' "/proc/$server/status" || { echo "It does not run as user 1654." >&2; exit 1; }
awk '$5 == "/" && $6 ~ /(^|,)ro(,|$)/ { found = 1 } END { exit !found }' "/proc/$server/mountinfo" || { echo "Its root can be written to." >&2; exit 1; }
[ -n "$(ls "$work/data/search")" ] || { echo "The search index is not in /data." >&2; exit 1; }
kill "$server"
wait "$server" || { echo "It does not end well." >&2; exit 1; }
server=

echo
echo "The container answers."
