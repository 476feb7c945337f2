#!/bin/sh
# Makes passwords for compose.yaml, once: files that are there stay as they are.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
cd secrets

# 32 letters and digits, which need no escape in an address.
password() {
    head -c 512 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | head -c 32
}

# keep FILE TEXT
keep() {
    [ -e "$1" ] || printf '%s' "$2" >"$1"
}

keep postgres_password "$(password)"
keep nats_password "$(password)"
keep nats_cluster_password "$(password)"
keep KB_STORE "postgres://kbapi:$(cat postgres_password)@postgres:5432/kbapi"
nats="kbapi:$(cat nats_password)"
keep KB_QUEUE "nats://$nats@nats-1:4222,nats://$nats@nats-2:4222,nats://$nats@nats-3:4222"
cluster="kbapi:$(cat nats_cluster_password)"
keep nats_accounts.conf "authorization { user: kbapi, password: \"$(cat nats_password)\" }
cluster {
  name: kbapi
  listen: 0.0.0.0:6222
  authorization { user: kbapi, password: \"$(cat nats_cluster_password)\" }
  routes: [nats-route://$cluster@nats-1:6222, nats-route://$cluster@nats-2:6222, nats-route://$cluster@nats-3:6222]
}
"

# The programs in the containers are other users; nobody else gets past the folder.
chmod 0444 ./*
chmod 0711 .
echo "The passwords are in $(pwd)."
